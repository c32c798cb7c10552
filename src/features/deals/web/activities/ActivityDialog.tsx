// The form of an activity: what, of which kind, when, who, and when one is reminded.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import { ACTIVITY_KINDS } from '#features/deals/deal-shapes.contract.ts';
import { useMemberChoices } from '#features/deals/web/use-deal-choices.ts';
import { client } from '#web/api.ts';
import { instantOf, localOf } from '#web/days.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { nextHour, REMINDERS, type Reminder, remindAt, reminderOf } from './activity-times.ts';
import { DealChoice } from './DealChoice.tsx';
import { useFreshActivities } from './use-activity-change.ts';

type Props = {
  /** Left out, it is chosen in the form. */
  deal?: { id: string };
  /** The one that is changed; left out, a new one is planned. */
  activity?: Activity;
  /** Whose it is unless one chooses somebody else. */
  ownerId: string | null;
  onClose: () => void;
};

export function ActivityDialog({ deal, activity, ownerId, onClose }: Props) {
  const t = useTranslations('dealActivities');
  const timeZone = useTimeZone() ?? 'UTC';
  const members = useMemberChoices();
  const refresh = useFreshActivities();
  const [draft, setDraft] = useState(() => {
    const dueAt = activity ? new Date(activity.dueAt) : nextHour(new Date());
    return {
      dealId: deal?.id ?? null,
      kind: activity?.kind ?? ('call' as Activity['kind']),
      title: activity?.title ?? '',
      due: localOf(dueAt, timeZone),
      ownerId,
      reminder: activity
        ? reminderOf(dueAt, activity.remindAt === null ? null : new Date(activity.remindAt))
        : ('15' as Reminder),
    };
  });
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const save = useMutation({
    mutationFn: () => {
      const dueAt = instantOf(draft.due, timeZone);
      const reminded = remindAt(dueAt, draft.reminder);
      const content = {
        kind: draft.kind,
        title: draft.title,
        dueAt: dueAt.toISOString(),
        ...(reminded === undefined ? {} : { remindAt: reminded?.toISOString() ?? null }),
        ...(draft.ownerId ? { ownerId: draft.ownerId } : {}),
      };
      return activity
        ? client.dealActivities.update({ id: activity.id, ...content })
        : client.dealActivities.create({ key: draft.dealId!, ...content });
    },
    onSuccess: async ({ title }) => {
      toastDone(t(activity ? 'said.changed' : 'said.planned', { title }));
      onClose();
      await refresh();
    },
  });
  const isComplete = draft.dealId !== null && draft.title.trim() !== '' && draft.due !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) save.mutate();
  };
  const reminders = [...REMINDERS, ...(draft.reminder === 'other' ? (['other'] as const) : [])];
  return (
    <Dialog opened onClose={onClose} title={t(activity ? 'change' : 'plan')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={['key', 'title', 'dueAt', 'ownerId', 'remindAt']} />
          {!deal && (
            <DealChoice
              error={fieldError(save.error, 'key')}
              onChange={(chosen) =>
                set({ dealId: chosen?.id ?? null, ownerId: chosen?.owner?.userId ?? ownerId })
              }
            />
          )}
          <TextInput
            label={t('form.title')}
            placeholder={t('form.example')}
            {...(deal ? { 'data-autofocus': true } : {})}
            maxLength={256}
            value={draft.title}
            error={fieldError(save.error, 'title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <Group grow align="start" gap="sm">
            <Select
              label={t('form.kind')}
              data={ACTIVITY_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
              value={draft.kind}
              allowDeselect={false}
              onChange={(kind) => kind && set({ kind })}
            />
            <Select
              label={t('form.owner')}
              data={members}
              value={draft.ownerId}
              searchable
              allowDeselect={false}
              error={fieldError(save.error, 'ownerId')}
              onChange={(id) => set({ ownerId: id })}
            />
          </Group>
          <Group grow align="start" gap="sm">
            <TextInput
              type="datetime-local"
              label={t('form.due')}
              value={draft.due}
              error={fieldError(save.error, 'dueAt')}
              onChange={(event) => set({ due: event.currentTarget.value })}
            />
            <Select
              label={t('form.reminder')}
              data={reminders.map((value) => ({ value, label: t(`reminders.${value}`) }))}
              value={draft.reminder}
              allowDeselect={false}
              error={fieldError(save.error, 'remindAt')}
              onChange={(reminder) => reminder && set({ reminder })}
            />
          </Group>
          <Button type="submit" ml="auto" loading={save.isPending} disabled={!isComplete}>
            {t(activity ? 'save' : 'plan')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
