// Settings: the currency that sums are told in, and what the others are worth in it.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { CurrencyRates } from './CurrencyRates.tsx';
import { useCurrencies } from './use-currencies.ts';
import { useSettingsChange } from './use-settings-change.ts';

export function CurrenciesPage() {
  const t = useTranslations('currencies');
  const rates = useQuery(api.dealSettings.rates.queryOptions({ input: {} }));
  const home = rates.data?.currency ?? '';
  const currencies = useCurrencies(home);
  const save = useSettingsChange((currency: string) => client.dealSettings.update({ currency }), {
    said: 'saved',
    onError: (error) => toastFailed(error),
  });
  const choose = async (currency: string | null) => {
    if (!rates.data || currency === null || currency === home) return;
    const { items } = rates.data;
    const isKnown = items.length === 0 || items.some((rate) => rate.currency === currency);
    const yes =
      isKnown ||
      (await confirm({
        title: t('forgetTitle', { count: items.length }),
        text: t('forgetText', { currency }),
        confirm: t('forget', { count: items.length }),
        danger: true,
      }));
    if (yes) save.mutate(currency);
  };
  return (
    <>
      <PageHeader title={t('title')} />
      {rates.error && <ErrorState error={rates.error} onRetry={() => void rates.refetch()} />}
      {rates.data && (
        <>
          <SettingsSection title={t('home')} text={t('homeText')}>
            <Select
              aria-label={t('home')}
              data={currencies}
              value={home}
              searchable
              allowDeselect={false}
              disabled={save.isPending}
              maw={240}
              onChange={(currency) => void choose(currency)}
            />
          </SettingsSection>
          <CurrencyRates home={home} rates={rates.data.items} missing={rates.data.missing} />
        </>
      )}
    </>
  );
}
