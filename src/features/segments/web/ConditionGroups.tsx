// The conditions of a segment as groups, of which all or any must hold.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactConditions } from '#features/contacts/contact-conditions.contract.ts';
import { api } from '#web/api.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { startCondition } from './condition-form.ts';
import styles from './Segments.module.css';

type Group = ContactConditions['groups'][number];
type Props = { value: ContactConditions; onChange: (value: ContactConditions) => void };

export const newGroup = (): Group => ({ match: 'all', conditions: [startCondition('tags')] });

export function ConditionGroups({ value, onChange }: Props) {
  const t = useTranslations('segments');
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const { groups, match } = value;
  const set = (at: number, group: Group | null) =>
    onChange({ ...value, groups: groups.flatMap((each, i) => (i === at ? (group ?? []) : each)) });
  return (
    <div className={styles.groups}>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity, and hold no state
        <Fragment key={at}>
          {at > 0 && (
            <MatchChoice
              label={t('betweenGroups')}
              value={match}
              onChange={(next) => onChange({ ...value, match: next })}
            />
          )}
          <fieldset className={styles.group}>
            <legend className={styles.legend}>
              <span>{t('group', { number: at + 1 })}</span>
              {groups.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeGroup', { number: at + 1 })}
                  onClick={() => set(at, null)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </legend>
            {group.conditions.map((condition, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={i}>
                {i > 0 && (
                  <MatchChoice
                    label={t('betweenConditions')}
                    value={group.match}
                    onChange={(next) => set(at, { ...group, match: next })}
                  />
                )}
                <ConditionRow
                  condition={condition}
                  fields={fields.data?.items ?? []}
                  onChange={(changed) =>
                    set(at, {
                      ...group,
                      conditions: group.conditions.map((each, c) => (c === i ? changed : each)),
                    })
                  }
                  onRemove={
                    group.conditions.length > 1
                      ? () => set(at, { ...group, conditions: group.conditions.filter((_, c) => c !== i) })
                      : undefined
                  }
                />
              </Fragment>
            ))}
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={14} />}
              onClick={() => set(at, { ...group, conditions: [...group.conditions, startCondition('tags')] })}
            >
              {t('addCondition')}
            </Button>
          </fieldset>
        </Fragment>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ ...value, groups: [...groups, newGroup()] })}
      >
        {t('addGroup')}
      </Button>
    </div>
  );
}

type MatchProps = { label: string; value: 'all' | 'any'; onChange: (value: 'all' | 'any') => void };

function MatchChoice({ label, value, onChange }: MatchProps) {
  const t = useTranslations('segments');
  return (
    <SegmentedControl
      aria-label={label}
      size="xs"
      className={styles.match}
      data={[
        { value: 'all', label: t('and') },
        { value: 'any', label: t('or') },
      ]}
      value={value}
      onChange={(next) => onChange(next as 'all' | 'any')}
    />
  );
}
