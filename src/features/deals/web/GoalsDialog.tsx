// What each member is to win in a month, or in every month to the end of the quarter or the year.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Goal } from '#features/deals/deal-report.contract.ts';
import { client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { periodOf } from '#web/ui/report/periods.ts';
import styles from './Goals.module.css';
import { useMemberChoices } from './use-deal-choices.ts';
import { readAmount, writeAmount } from './use-deal-money.ts';
import { useMonth } from './use-month.ts';
import { useSettingsChange } from './use-settings-change.ts';

type Props = { month: string; goals: readonly Goal[]; currency: string; onClose: () => void };

export function GoalsDialog({ month, goals, currency, onClose }: Props) {
  const t = useTranslations('dealGoals');
  const words = useTranslations('deals.form');
  const locale = useLocale();
  const formId = useId();
  const spell = useMonth();
  const members = useMemberChoices();
  const before = new Map(goals.map(({ owner, goal }) => [owner.userId, goal]));
  /** What was typed; a goal in another currency stays as it is unless one types. */
  const [typed, setTyped] = useState<Record<string, string>>({});
  const ends = [month, ...(['thisQuarter', 'thisYear'] as const).map((name) => lastMonthOf(name, month))];
  const [through, setThrough] = useState(month);
  const changed = Object.entries(typed).filter(
    ([id, text]) => text !== shownOf(before.get(id), currency, locale),
  );
  const set = changed.map(([ownerId, text]) => ({ ownerId, amount: readAmount(text, currency) }));
  // For later months too: then what stands there is meant as well.
  const kept = [...before].flatMap(([ownerId, goal]) =>
    goal && !changed.some(([id]) => id === ownerId)
      ? [{ ownerId, amount: goal.amount, currency: goal.currency }]
      : [],
  );
  const save = useSettingsChange(
    (asked: Parameters<typeof client.dealReports.setGoals>[0]) => client.dealReports.setGoals(asked),
    { said: 'saved', onDone: onClose },
  );
  const complete = set.flatMap(({ ownerId, amount }) => (amount === undefined ? [] : [{ ownerId, amount }]));
  const asked = through === month ? complete : [...complete, ...kept];
  const canSave = complete.length === set.length && asked.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave) save.mutate({ month, goals: asked, ...(through === month ? {} : { through }) });
  };
  return (
    <Dialog opened onClose={onClose} title={t('setTitle', { month: spell(month, true) })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} />
          <ul className={styles.members}>
            {members.map(({ value, label }, at) => {
              const text = typed[value] ?? shownOf(before.get(value), currency, locale);
              const isWrong = typed[value] !== undefined && readAmount(text, currency) === undefined;
              return (
                <li key={value}>
                  <span className={styles.who}>
                    <PersonAvatar name={label} size={24} />
                    <label className={styles.name} htmlFor={`${formId}-${value}`}>
                      {label}
                    </label>
                  </span>
                  <TextInput
                    id={`${formId}-${value}`}
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={24}
                    placeholder={t('noGoal')}
                    classNames={{ input: 'figures' }}
                    rightSection={
                      <span>{currencyShown(before.get(value), typed[value], currency, locale)}</span>
                    }
                    rightSectionWidth={48}
                    value={text}
                    error={isWrong ? words('amountWrong') : undefined}
                    {...(at === 0 ? { 'data-autofocus': true } : {})}
                    onChange={(event) => setTyped({ ...typed, [value]: event.currentTarget.value })}
                  />
                </li>
              );
            })}
          </ul>
          <Select
            label={t('for')}
            data={[...new Set(ends)].map((end) => ({
              value: end,
              label: end === month ? t('onlyThis') : t('through', { month: spell(end, true) }),
            }))}
            value={through}
            allowDeselect={false}
            onChange={(end) => end && setThrough(end)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!canSave}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type OwnGoal = Goal['goal'] | undefined;

function shownOf(goal: OwnGoal, home: string, locale: string): string {
  return goal ? writeAmount(goal.amount, goal.currency || home, locale) : '';
}

/** What is typed is in the workspace's currency; what stood there keeps its own. */
function currencyShown(goal: OwnGoal, typed: string | undefined, home: string, locale: string): string {
  return goal && (typed === undefined || typed === shownOf(goal, home, locale)) ? goal.currency : home;
}

function lastMonthOf(name: 'thisQuarter' | 'thisYear', month: string): string {
  return periodOf(name, `${month}-01`).to.slice(0, 7);
}
