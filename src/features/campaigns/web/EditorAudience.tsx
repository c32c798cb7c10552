// To whom: lists, segments, tags, contacts picked by hand, or everybody; and who is left out.
import { MultiSelect, SegmentedControl, Switch, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import styles from './CampaignEditor.module.css';
import { ContactPicker } from './ContactPicker.tsx';
import type { CampaignEditing } from './use-campaign-draft.ts';

type Props = { editing: CampaignEditing };

export function EditorAudience({ editing }: Props) {
  const t = useTranslations('campaignEditor');
  const { draft, change, problem, retryOf } = editing;
  const { audience } = draft;
  const set = (changes: Partial<typeof audience>) => change({ audience: { ...audience, ...changes } });
  const choices = useChoices();
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
            <Names
              label={t('lists')}
              placeholder={t('chooseLists')}
              data={choices.lists}
              value={audience.listIds}
              error={problem('audience')}
              onChange={(listIds) => set({ listIds })}
            />
            <Names
              label={t('segments')}
              placeholder={t('chooseSegments')}
              data={choices.segments}
              value={audience.segmentIds}
              onChange={(segmentIds) => set({ segmentIds })}
            />
            <Names
              label={t('tags')}
              placeholder={t('chooseTags')}
              data={choices.tags}
              value={audience.tagIds}
              onChange={(tagIds) => set({ tagIds })}
            />
            {audience.tagIds.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('tagMatch')}
                data={[
                  { value: 'any', label: t('anyTag') },
                  { value: 'all', label: t('allTags') },
                ]}
                value={audience.tagMatch}
                onChange={(tagMatch) => set({ tagMatch: tagMatch as 'any' | 'all' })}
              />
            )}
            <ContactPicker ids={audience.contactIds} onChange={(contactIds) => set({ contactIds })} />
          </>
        )}
        <Except editing={editing} choices={choices} />
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

/** One field for lists, segments and tags together: few use it, and it should not fill the page. */
function Except({ editing, choices }: Props & { choices: ReturnType<typeof useChoices> }) {
  const t = useTranslations('campaignEditor');
  const { draft, change } = editing;
  const { except } = draft.audience;
  const kinds = [
    { key: 'listIds', label: t('lists'), items: choices.lists },
    { key: 'segmentIds', label: t('segments'), items: choices.segments },
    { key: 'tagIds', label: t('tags'), items: choices.tags },
  ] as const;
  const value = kinds.flatMap(({ key }) => except[key].map((id) => `${key} ${id}`));
  return (
    <MultiSelect
      label={t('except')}
      description={t('exceptHelp')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={value.length === 0 ? t('exceptNobody') : ''}
      data={kinds.map(({ key, label, items }) => ({
        group: label,
        items: withMissing(items, except[key]).map((item) => ({ ...item, value: `${key} ${item.value}` })),
      }))}
      value={value}
      searchable
      clearable
      onChange={(chosen) => {
        const of = (key: string) =>
          chosen.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1));
        change({
          audience: {
            ...draft.audience,
            except: { listIds: of('listIds'), segmentIds: of('segmentIds'), tagIds: of('tagIds') },
          },
        });
      }}
    />
  );
}

type Choice = { value: string; label: string };
type NamesProps = {
  label: string;
  placeholder: string;
  data: Choice[];
  value: string[];
  error?: string | undefined;
  onChange: (value: string[]) => void;
};

function Names({ label, placeholder, data, value, error, onChange }: NamesProps) {
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      data={withMissing(data, value)}
      value={value}
      error={error}
      searchable
      clearable
      onChange={onChange}
    />
  );
}

/** What is chosen is shown also where it is not among the first that were asked for. */
function withMissing(data: Choice[], ids: readonly string[]): Choice[] {
  const missing = ids.filter((id) => !data.some((choice) => choice.value === id));
  return [...data, ...missing.map((value) => ({ value, label: '…' }))];
}

function useChoices(): Record<'lists' | 'segments' | 'tags', Choice[]> {
  const format = useFormatter();
  const lists = useQuery(api.lists.list.queryOptions({ input: { limit: 200 } }));
  const segments = useQuery(api.segments.list.queryOptions({ input: { limit: 200 } }));
  const tags = useQuery(api.tags.list.queryOptions({ input: { limit: 200 } }));
  const counted = (id: string, name: string, count: number) => ({
    value: id,
    label: `${name} (${format.number(count)})`,
  });
  return {
    lists: (lists.data?.items ?? []).map(({ id, name, memberCount }) => counted(id, name, memberCount)),
    segments: (segments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    tags: (tags.data?.items ?? []).map(({ id, name, contactCount }) => counted(id, name, contactCount)),
  };
}
