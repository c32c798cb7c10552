// To whom: lists, contacts picked by hand, or everybody.
import { MultiSelect, Switch, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

type Props = { editing: CampaignEditing };

/** Names of picked contacts are asked for one by one: a hand picks dozens, not thousands. */
const MOST_NAMED = 100;

export function EditorAudience({ editing }: Props) {
  const t = useTranslations('campaignEditor');
  const format = useFormatter();
  const { draft, change, problem, retryOf } = editing;
  const { audience } = draft;
  const set = (changes: Partial<typeof audience>) => change({ audience: { ...audience, ...changes } });
  const lists = useQuery(api.lists.list.queryOptions({ input: { limit: 200 } }));
  const source = useQuery({
    ...api.campaigns.get.queryOptions({ input: { id: retryOf ?? '' } }),
    enabled: retryOf !== null,
  });
  return (
    <section className={styles.section} aria-labelledby="campaign-audience">
      <Title order={2} id="campaign-audience">
        {t('audience')}
      </Title>
      <p className={styles.help}>
        {retryOf ? t('retryOf', { name: source.data?.name ?? '…' }) : t('audienceHelp')}
      </p>
      <div className={styles.stack}>
        <Switch
          label={t('everyone')}
          checked={audience.everyone}
          onChange={(event) => set({ everyone: event.currentTarget.checked })}
        />
        {!audience.everyone && (
          <>
            <MultiSelect
              label={t('lists')}
              placeholder={audience.listIds.length === 0 ? t('chooseLists') : ''}
              data={(lists.data?.items ?? []).map(({ id, name, memberCount }) => ({
                value: id,
                label: `${name} (${format.number(memberCount)})`,
              }))}
              value={audience.listIds}
              error={problem('audience')}
              searchable
              clearable
              onChange={(listIds) => set({ listIds })}
            />
            <ContactPicker ids={audience.contactIds} onChange={(contactIds) => set({ contactIds })} />
          </>
        )}
        <Switch
          label={t('requireConsent')}
          description={t('requireConsentHelp')}
          checked={audience.requireConsent}
          onChange={(event) => set({ requireConsent: event.currentTarget.checked })}
        />
      </div>
    </section>
  );
}

function ContactPicker({ ids, onChange }: { ids: string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('campaignEditor');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery({
    ...api.contacts.list.queryOptions({ input: { search, limit: 20 } }),
    enabled: search.trim() !== '',
  });
  const picked = useQueries({
    queries: ids.slice(0, MOST_NAMED).map((id) => api.contacts.get.queryOptions({ input: { id } })),
  });
  const labels = new Map<string, string>(ids.map((id) => [id, '…']));
  for (const contact of [...picked.flatMap(({ data }) => data ?? []), ...(found.data?.items ?? [])])
    labels.set(contact.id, [contact.displayName, contact.phone].filter(Boolean).join(' · '));
  return (
    <MultiSelect
      label={t('contacts')}
      placeholder={ids.length === 0 ? t('chooseContacts') : ''}
      data={[...labels].map(([value, label]) => ({ value, label }))}
      value={ids}
      searchable
      clearable
      // The server has searched already.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
