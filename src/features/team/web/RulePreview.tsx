// Who would get the next conversation by the rules, and why the others would not.
import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AssignmentRule, Preview } from '#features/team/assignment.contract.ts';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { PresenceDot } from './PresenceDot.tsx';
import styles from './TeamSettings.module.css';

/** Turns, hours and presence move on. */
const REFRESH_MS = 15_000;

export function RulePreview({ rules }: { rules: AssignmentRule[] }) {
  const t = useTranslations('teamSettings.rules.preview');
  const [tagId, setTagId] = useState<string | null>(null);
  const [lastUserId, setLastUserId] = useState<string | null>(null);
  const [language, setLanguage] = useState('');
  const [asked] = useDebouncedValue(language.trim(), 300);
  const tags = useQuery(api.tags.list.queryOptions({ input: { limit: 200 } })).data?.items ?? [];
  const people = useQuery(api.team.getHours.queryOptions({ input: {} })).data?.people ?? [];
  const preview = useQuery({
    ...api.team.previewRules.queryOptions({
      input: { rules, tagIds: tagId ? [tagId] : [], language: asked || null, lastUserId },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <div className={styles.preview}>
      <div className={styles.asked}>
        <Select
          clearable
          searchable
          label={t('tag')}
          placeholder={t('none')}
          data={tags.map(({ id, name }) => ({ value: id, label: name }))}
          value={tagId}
          onChange={setTagId}
        />
        <TextInput
          label={t('language')}
          placeholder={t('unknown')}
          maxLength={20}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        />
        <Select
          clearable
          label={t('last')}
          placeholder={t('nobody')}
          data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={lastUserId}
          onChange={setLastUserId}
        />
      </div>
      {preview.data && <Verdict preview={preview.data} rules={rules} />}
    </div>
  );
}

function Verdict({ preview, rules }: { preview: Preview; rules: readonly AssignmentRule[] }) {
  const t = useTranslations('teamSettings.rules.preview');
  const tState = useTranslations('presence');
  return (
    <>
      <Notice
        tone={preview.userId ? 'good' : 'attention'}
        icon={preview.userId ? IconUserCheck : IconUserQuestion}
      >
        {preview.name ? t('gets', { name: preview.name }) : t('nobodyGets')}
      </Notice>
      <ol className={styles.tried}>
        {preview.tried.map(({ ruleId, fits, people }, at) => (
          <li key={ruleId}>
            <strong>{rules[at]?.name}</strong>
            {!fits && <span className={styles.why}> {t('notFor')}</span>}
            <ul className={styles.people}>
              {people.map((person) => (
                <li
                  key={person.userId}
                  className={styles.one}
                  data-chosen={person.reason === 'chosen' || undefined}
                >
                  <PresenceDot state={person.state} />
                  {person.name}
                  <span className={styles.why}>
                    {t(`reasons.${person.reason}`, { state: tState(person.state) })}
                    {' · '}
                    {t('open', { count: person.open })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
