// Enters or changes the rate of a currency: how much one of it is in the currency of sums, and of which day that is.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CurrencyRate } from '#features/deals/deal-settings.contract.ts';
import { client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { useToday } from '#web/ui/report/use-today.ts';
import { readRate, writeRate } from './rate-text.ts';
import { useCurrencies } from './use-currencies.ts';
import { useSettingsChange } from './use-settings-change.ts';

type Props = {
  home: string;
  /** The currency meant; null: to be chosen. */
  currency: string | null;
  rate: CurrencyRate | null;
  onClose: () => void;
};

export function RateDialog({ home, currency, rate, onClose }: Props) {
  const t = useTranslations('currencies');
  const today = useToday();
  const currencies = useCurrencies(currency ?? '').filter((code) => code !== home);
  const [draft, setDraft] = useState({
    currency,
    typed: rate ? writeRate(rate.rate) : '',
    asOf: rate?.asOf ?? today,
  });
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const value = readRate(draft.typed);
  const save = useSettingsChange(
    (entered: { currency: string; rate: number }) =>
      client.dealSettings.setRates({ rates: [{ ...entered, ...(draft.asOf ? { asOf: draft.asOf } : {}) }] }),
    { said: 'saved', onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.currency !== null && value !== undefined)
      save.mutate({ currency: draft.currency, rate: value });
  };
  const title = currency === null ? t('add') : t(rate ? 'edit' : 'enter', { currency });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} />
          {currency === null && (
            <Select
              label={t('currency')}
              data={currencies}
              value={draft.currency}
              searchable
              allowDeselect={false}
              data-autofocus
              onChange={(code) => set({ currency: code })}
            />
          )}
          <TextInput
            label={draft.currency === null ? t('rate') : t('oneIs', { currency: draft.currency, home })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={24}
            classNames={{ input: 'figures' }}
            rightSection={<span>{home}</span>}
            rightSectionWidth={52}
            data-autofocus={currency !== null || undefined}
            value={draft.typed}
            error={draft.typed !== '' && value === undefined ? t('rateWrong') : undefined}
            onChange={(event) => set({ typed: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('asOf')}
            value={draft.asOf}
            onChange={(event) => set({ asOf: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={save.isPending}
              disabled={draft.currency === null || value === undefined}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
