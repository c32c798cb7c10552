// Says how the people of a list or a file came to the business.
import { Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { LIST_ORIGINS, type ListOrigin } from '#features/lists/lists.contract.ts';

type Props = {
  label?: string;
  value: ListOrigin | null;
  onChange(origin: ListOrigin): void;
  /** An import of bought contacts is refused: it is not even offered. */
  withoutBought?: boolean;
};

export function OriginSelect({ label, value, onChange, withoutBought = false }: Props) {
  const t = useTranslations('guardian');
  const origins = LIST_ORIGINS.filter((origin) => !withoutBought || origin !== 'bought');
  return (
    <Select
      label={label ?? t('origin')}
      data={origins.map((origin) => ({ value: origin, label: t(`origins.${origin}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(origin) => origin && onChange(origin as ListOrigin)}
    />
  );
}
