// What a condition compares with: tags, countries, days, a text … as its subject asks.
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { ContactCondition } from '#features/contacts/contact-conditions.contract.ts';
import { CONSENTS, type Consent } from '#features/contacts/contact-filter.contract.ts';
import type { Field } from '#features/fields/fields.contract.ts';
import { countries } from '#features/people/web/places.ts';
import { api } from '#web/api.ts';

type Props = {
  condition: ContactCondition;
  field: Field | undefined;
  onChange: (condition: ContactCondition) => void;
};

export function ConditionValue({ condition, field, onChange }: Props) {
  const t = useTranslations('segments');
  const tc = useTranslations('contacts.consent');
  const label = t('value');
  switch (condition.about) {
    case 'tags':
    case 'lists':
      return (
        <Names
          kind={condition.about}
          ids={condition.ids}
          label={label}
          onChange={(ids) => onChange({ ...condition, ids })}
        />
      );
    case 'consent':
      return (
        <MultiSelect
          aria-label={label}
          data={CONSENTS.map((value) => ({ value, label: tc(value) }))}
          value={condition.values}
          onChange={(values) => onChange({ ...condition, values: values as Consent[] })}
        />
      );
    case 'country':
      return (
        <Countries
          values={condition.values}
          label={label}
          onChange={(values) => onChange({ ...condition, values })}
        />
      );
    case 'time':
      if (condition.check === 'within_days' || condition.check === 'not_within_days')
        return (
          <NumberInput
            aria-label={label}
            min={1}
            max={3650}
            allowDecimal={false}
            suffix={` ${t('days', { count: condition.days })}`}
            value={condition.days}
            onChange={(days) => onChange({ ...condition, days: Number(days) || 1 })}
          />
        );
      if (condition.check === 'never' || condition.check === 'ever') return <span />;
      return (
        <TextInput
          type="date"
          aria-label={label}
          value={condition.date ?? ''}
          onChange={(event) => onChange({ ...condition, date: event.currentTarget.value })}
        />
      );
    case 'text':
    case 'field': {
      if (condition.check === 'is_set' || condition.check === 'is_empty') return <span />;
      if (field?.type === 'boolean')
        return (
          <Select
            aria-label={label}
            data={['yes', 'no'].map((value) => ({ value, label: t(`check.${value as 'yes'}`) }))}
            value={condition.value || null}
            onChange={(value) => onChange({ ...condition, value: value ?? '' })}
          />
        );
      const type = field?.type === 'number' ? 'number' : field?.type === 'date' ? 'date' : 'text';
      return (
        <TextInput
          type={type}
          aria-label={label}
          value={condition.value}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
        />
      );
    }
    default:
      return <span />;
  }
}

type ChoiceProps = { label: string; onChange: (values: string[]) => void };

function Names({ kind, ids, label, onChange }: ChoiceProps & { kind: 'tags' | 'lists'; ids: string[] }) {
  const t = useTranslations('segments');
  const tags = useQuery({
    ...api.tags.list.queryOptions({ input: { limit: 200 } }),
    enabled: kind === 'tags',
  });
  const lists = useQuery({
    ...api.lists.list.queryOptions({ input: { limit: 200 } }),
    enabled: kind === 'lists',
  });
  const items = (kind === 'tags' ? tags : lists).data?.items ?? [];
  const known = new Map<string, string>(ids.map((id) => [id, '…']));
  for (const { id, name } of items) known.set(id, name);
  return (
    <MultiSelect
      aria-label={label}
      placeholder={ids.length === 0 ? t('choose') : undefined}
      data={[...known].map(([value, name]) => ({ value, label: name }))}
      value={ids}
      searchable
      onChange={onChange}
    />
  );
}

function Countries({ values, label, onChange }: ChoiceProps & { values: string[] }) {
  const t = useTranslations('segments');
  const locale = useLocale();
  const all = useMemo(() => countries(locale), [locale]);
  return (
    <MultiSelect
      aria-label={label}
      placeholder={values.length === 0 ? t('choose') : undefined}
      data={all}
      value={values}
      searchable
      onChange={onChange}
    />
  );
}
