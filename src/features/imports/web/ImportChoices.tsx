// What is done with the contacts of a file: country, existing ones, tags and lists for all, consent.
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { NamePicker } from '#features/contacts/web/NamePicker.tsx';
import { OriginSelect } from '#features/guardian/web/OriginSelect.tsx';
import { EXISTING } from '#features/imports/imports.contract.ts';
import type { ListOrigin } from '#features/lists/lists.contract.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import { COUNTRIES } from './countries.ts';
import styles from './Imports.module.css';

export type Choices = {
  country: string | undefined;
  existing: (typeof EXISTING)[number];
  tags: Named[];
  lists: Named[];
  consent: 'none' | 'column' | 'subscribed' | 'unsubscribed';
  source: string;
  resubscribe: boolean;
  origin: ListOrigin | null;
};

export function useFirstChoices(): Choices {
  return {
    country: undefined,
    existing: 'update',
    tags: [],
    lists: [],
    consent: 'none',
    source: '',
    resubscribe: false,
    origin: null,
  };
}

type Props = { choices: Choices; hasConsentColumn: boolean; onChange: (choices: Choices) => void };

export function ImportChoices({ choices, hasConsentColumn, onChange }: Props) {
  const t = useTranslations('importPages.options');
  const countries = useCountries();
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change });
  const consents = [
    { value: 'none', label: t('consentNone') },
    ...(hasConsentColumn ? [{ value: 'column', label: t('consentColumn') }] : []),
    { value: 'subscribed', label: t('subscribed') },
    { value: 'unsubscribed', label: t('unsubscribed') },
  ];
  const { consent } = choices;
  return (
    <div className={styles.options}>
      <Select
        label={t('country')}
        data={countries}
        value={choices.country ?? null}
        searchable
        allowDeselect={false}
        onChange={(country) => country && set({ country })}
      />
      <Select
        label={t('existing')}
        data={EXISTING.map((value) => ({ value, label: t(value) }))}
        value={choices.existing}
        allowDeselect={false}
        onChange={(existing) => existing && set({ existing: existing as Choices['existing'] })}
      />
      <NamePicker
        kind="lists"
        label={t('lists')}
        value={choices.lists}
        onChange={(lists) => set({ lists })}
      />
      <OriginSelect withoutBought value={choices.origin} onChange={(origin) => set({ origin })} />
      <NamePicker kind="tags" label={t('tags')} value={choices.tags} onChange={(tags) => set({ tags })} />
      <Select
        label={t('consent')}
        data={consents.filter((each) => !hasConsentColumn || each.value !== 'none')}
        value={consent}
        allowDeselect={false}
        onChange={(value) => value && set({ consent: value as Choices['consent'] })}
      />
      {consent !== 'none' && (
        <TextInput
          label={t('source')}
          placeholder={t('sourcePlaceholder')}
          value={choices.source}
          maxLength={100}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      )}
      {consent !== 'none' && consent !== 'unsubscribed' && (
        <Checkbox
          mt={26}
          label={t('resubscribe')}
          description={t('resubscribeHelp')}
          checked={choices.resubscribe}
          onChange={(event) => set({ resubscribe: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

function useCountries(): { value: string; label: string }[] {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
      a.label.localeCompare(b.label, locale),
    );
  }, [locale]);
}
