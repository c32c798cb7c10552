// Settings: the rules by which new conversations are given to people, in their order, on or off.
import { ActionIcon, Skeleton, Switch } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AssignmentRule, AssignmentRules } from '#features/team/assignment.contract.ts';
import { api, client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { SortableRow } from '#web/settings/SortableRow.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { moved } from '#web/ui/moved.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { RulePreview } from './RulePreview.tsx';

export type RuleDraft = Omit<AssignmentRule, 'id'> & { id?: string };

export function RulesSettings() {
  const t = useTranslations('teamSettings.rules');
  const kept = useQuery(api.team.getRules.queryOptions({ input: {} }));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (next: { areOn: boolean; rules: RuleDraft[]; reopenedToTeam?: boolean }) =>
      client.team.setRules(next),
    onSuccess: (saved) => {
      queryClient.setQueryData(api.team.getRules.queryKey({ input: {} }), saved);
      toastDone(t('saved'));
    },
  });
  const [editing, setEditing] = useState<RuleDraft | null>(null);
  if (kept.error) return <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />;
  const known: AssignmentRules = kept.data ?? { areOn: false, rules: [], reopenedToTeam: false };
  const change = (next: Change) =>
    save.mutate({ ...known, ...next }, { onError: (error) => toastFailed(error) });
  return (
    <>
      <SettingsSection
        wide
        title={t('title')}
        text={t('text')}
        action={<AddButton label={t('new')} onClick={() => setEditing(newRule)} />}
      >
        {kept.data ? (
          <RuleRows
            rules={known.rules}
            areOn={known.areOn}
            reopenedToTeam={known.reopenedToTeam}
            busy={save.isPending}
            onChange={change}
            onEdit={setEditing}
          />
        ) : (
          <Skeleton height={120} />
        )}
      </SettingsSection>
      {known.rules.length > 0 && (
        <SettingsSection title={t('preview.title')} text={t('preview.text')}>
          <RulePreview rules={known.rules} />
        </SettingsSection>
      )}
      {editing && (
        <RuleDialog
          rule={editing}
          onClose={() => setEditing(null)}
          onSave={(rule) =>
            save.mutateAsync({
              ...known,
              rules: rule.id
                ? known.rules.map((each) => (each.id === rule.id ? { ...rule, id: each.id } : each))
                : [...known.rules, rule],
            })
          }
        />
      )}
    </>
  );
}

const newRule: RuleDraft = {
  name: '',
  way: 'round_robin',
  numberIds: [],
  tagIds: [],
  languages: [],
  userIds: [],
  inHours: true,
  ifOnline: true,
  mostOpen: null,
};

type Change = { areOn?: boolean; rules?: RuleDraft[]; reopenedToTeam?: boolean };

type RowsProps = AssignmentRules & {
  busy: boolean;
  onChange: (next: Change) => void;
  onEdit: (rule: RuleDraft) => void;
};

function RuleRows({ areOn, rules, reopenedToTeam, busy, onChange, onEdit }: RowsProps) {
  const t = useTranslations('teamSettings.rules');
  const move = (from: number, to: number) => onChange({ rules: moved(rules, from, to) });
  return (
    <ul className={styles.rows}>
      <li>
        <Switch
          label={t('areOn')}
          checked={areOn}
          disabled={busy || (rules.length === 0 && !areOn)}
          onChange={(event) => onChange({ areOn: event.currentTarget.checked })}
        />
      </li>
      <li>
        <Switch
          label={t('reopened')}
          description={t('reopenedText')}
          checked={reopenedToTeam}
          disabled={busy}
          onChange={(event) => onChange({ reopenedToTeam: event.currentTarget.checked })}
        />
      </li>
      {rules.length === 0 && <li className={styles.empty}>{t('empty')}</li>}
      {rules.map((rule, at) => (
        <SortableRow
          key={rule.id}
          group="assignment-rules"
          id={rule.id}
          name={rule.name}
          at={at}
          count={rules.length}
          busy={busy}
          onMove={move}
        >
          <span className={styles.name}>
            {rule.name}
            <small>{t(`ways.${rule.way}`)}</small>
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('edit', { name: rule.name })}
            onClick={() => onEdit(rule)}
          >
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={busy}
            aria-label={t('delete', { name: rule.name })}
            onClick={() => onChange({ rules: rules.filter((each) => each !== rule) })}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </SortableRow>
      ))}
    </ul>
  );
}
