// The rates of currencies: entered, changed, deleted, imported; and the currencies in use that have none.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconCoinOff, IconPencil, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { CurrencyRate } from '#features/deals/deal-settings.contract.ts';
import type { AmountOf } from '#features/deals/deal-shapes.contract.ts';
import { client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import own from './CurrencyRates.module.css';
import { ImportRates } from './ImportRates.tsx';
import { RateDialog } from './RateDialog.tsx';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';
import { useSettingsChange } from './use-settings-change.ts';

type Props = { home: string; rates: readonly CurrencyRate[]; missing: readonly AmountOf[] };
type Editing = { currency: string | null; rate: CurrencyRate | null };

export function CurrencyRates({ home, rates, missing }: Props) {
  const t = useTranslations('currencies');
  const locale = useLocale();
  const format = useFormatter();
  const day = useDay();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isImporting, setImporting] = useState(false);
  const remove = useSettingsChange(
    (currency: string) => client.dealSettings.setRates({ rates: [{ currency, rate: null }] }),
    { said: 'deleted', onError: (error) => toastFailed(error) },
  );
  const ask = async (currency: string) => {
    const yes = await confirm({
      title: t('deleteTitle', { currency }),
      text: t('deleteText', { currency }),
      confirm: t('deleteRate'),
      danger: true,
    });
    if (yes) remove.mutate(currency);
  };
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (
    <SettingsSection
      wide
      title={t('rates')}
      text={t('ratesText', { home })}
      action={
        <Group gap={8} wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUpload size={15} />}
            onClick={() => setImporting(true)}
          >
            {t('import')}
          </Button>
          <AddButton label={t('add')} onClick={() => setEditing({ currency: null, rate: null })} />
        </Group>
      }
    >
      {missing.length > 0 && (
        <div className={own.missing}>
          <Missing missing={missing} onEnter={setEditing} />
        </div>
      )}
      {rates.length === 0 && <p className={styles.empty}>{t('none')}</p>}
      <ul className={styles.rows} aria-label={t('rates')}>
        {rates.map((rate) => (
          <li key={rate.currency}>
            <span className={styles.name}>
              {rate.currency} <small>{names.of(rate.currency)}</small>
            </span>
            <span className="figures">
              {t('is', {
                currency: rate.currency,
                rate: format.number(rate.rate, { maximumSignificantDigits: 7 }),
                home,
              })}
            </span>
            <span className={styles.detail}>{t(rate.source, { day: day(rate.asOf) })}</span>
            <span className={styles.actions}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('edit', { currency: rate.currency })}
                onClick={() => setEditing({ currency: rate.currency, rate })}
              >
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('delete', { currency: rate.currency })}
                disabled={remove.isPending}
                onClick={() => void ask(rate.currency)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ul>
      {editing && <RateDialog home={home} {...editing} onClose={() => setEditing(null)} />}
      {isImporting && <ImportRates onClose={() => setImporting(false)} />}
    </SettingsSection>
  );
}

function Missing({
  missing,
  onEnter,
}: {
  missing: readonly AmountOf[];
  onEnter: (editing: Editing) => void;
}) {
  const t = useTranslations('currencies');
  const money = useDealMoney();
  return (
    <Notice tone="attention" icon={IconCoinOff} title={t('missing')}>
      {missing.map(({ currency, amount, count }) => (
        <Group key={currency} gap={8}>
          <span>
            {count > 0
              ? t('missingDeals', { amount: money(amount, currency), count })
              : t('missingGoals', { currency })}
          </span>
          <Button size="compact-xs" variant="default" onClick={() => onEnter({ currency, rate: null })}>
            {t('enter', { currency })}
          </Button>
        </Group>
      ))}
    </Notice>
  );
}
