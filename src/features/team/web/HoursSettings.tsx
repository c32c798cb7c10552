// Settings: when the workspace works, and who has hours of their own.
import { ActionIcon, Button, Group, Skeleton, Switch } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Span, TeamHours } from '#features/team/hours.contract.ts';
import { api, client } from '#web/api.ts';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { PersonHoursDialog } from './PersonHoursDialog.tsx';
import { useWeekWords } from './use-week-words.ts';
import { WeekEditor, workWeek } from './WeekEditor.tsx';

export function HoursSettings() {
  const t = useTranslations('teamSettings.hours');
  const kept = useQuery(api.team.getHours.queryOptions({ input: {} }));
  if (kept.error) return <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />;
  return (
    <>
      <SettingsSection title={t('title')} text={t('text', { zone: kept.data?.timeZone ?? '…' })}>
        {kept.data ? <WorkspaceHours hours={kept.data.hours} /> : <Skeleton height={220} />}
      </SettingsSection>
      {kept.data && (
        <SettingsSection wide title={t('people')} text={t('peopleText')}>
          <People team={kept.data} />
        </SettingsSection>
      )}
    </>
  );
}

function WorkspaceHours({ hours }: { hours: Span[] | null }) {
  const t = useTranslations('teamSettings.hours');
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(hours);
  const save = useMutation({
    mutationFn: () => client.team.setHours({ hours: draft }),
    onSuccess: (saved) => {
      queryClient.setQueryData(api.team.getHours.queryKey({ input: {} }), saved);
      toastDone(t('saved'));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <FormFailure error={save.error} />
      <Switch
        label={t('always')}
        checked={draft === null}
        onChange={(event) => setDraft(event.currentTarget.checked ? null : workWeek)}
      />
      {draft !== null && <WeekEditor hours={draft} onChange={setDraft} />}
      <Group justify="flex-end" mt="md">
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}

function People({ team }: { team: TeamHours }) {
  const t = useTranslations('teamSettings.hours');
  const words = useWeekWords();
  const [editing, setEditing] = useState<TeamHours['people'][number] | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {team.people.map((person) => (
          <li key={person.userId}>
            <span className={styles.name}>
              {person.name}
              <small>
                {person.hours === null ? t('asWorkspace') : words(person.hours)}
                {person.timeZone && ` · ${person.timeZone}`}
              </small>
            </span>
            <StatusBadge tone={person.isAtWork ? 'good' : 'neutral'}>
              {person.isAtWork ? t('atWork') : t('offWork')}
            </StatusBadge>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('edit', { name: person.name })}
              onClick={() => setEditing(person)}
            >
              <IconPencil size={17} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {editing && (
        <PersonHoursDialog person={editing} zone={team.timeZone} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
