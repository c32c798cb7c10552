// An amount with its currency.
import { Group, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useCurrencies } from './use-currencies.ts';

type Props = {
  typed: string;
  currency: string;
  onType: (typed: string) => void;
  onCurrency: (currency: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  /** There must be one. */
  isDemanded?: boolean;
  disabled?: boolean;
};

export function AmountField(props: Props) {
  const { typed, currency, onType, onCurrency, onBlur, error, isDemanded = false, disabled } = props;
  const t = useTranslations('deals.form');
  const currencies = useCurrencies(currency);
  return (
    <Group gap={8} align="start" wrap="nowrap">
      <TextInput
        label={t('amount')}
        withAsterisk={isDemanded}
        aria-required={isDemanded}
        inputMode="decimal"
        autoComplete="off"
        style={{ flex: 1 }}
        classNames={{ input: 'figures' }}
        maxLength={24}
        value={typed}
        error={error}
        disabled={disabled ?? false}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={onBlur}
      />
      <Select
        label={t('currency')}
        w={104}
        data={currencies}
        value={currency}
        searchable
        allowDeselect={false}
        disabled={disabled ?? false}
        maxDropdownHeight={260}
        onChange={(code) => code && onCurrency(code)}
      />
    </Group>
  );
}
