// What happened to a ticket, latest first, with the place to write a note.
import { Button, Group, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { builtInName } from '#features/tickets/default-statuses.contract.ts';
import type { Priority, TicketChange } from '#features/tickets/tickets.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { Timeline, TimelineChange, TimelineEntry } from '#web/ui/record/Timeline.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { useAppLocale } from '#web/use-app-locale.ts';

export function TicketTimeline({ ticketId }: { ticketId: string }) {
  const t = useTranslations('ticketPage.timeline');
  const mayWrite = usePermission('tickets:write');
  const pages = useInfiniteQuery(
    api.tickets.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({ key: ticketId, cursor, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Timeline title={t('title')} pages={pages} before={mayWrite && <NoteBox ticketId={ticketId} />}>
      {entries.map((entry) => (
        <TimelineEntry
          key={entry.id}
          what={t(entry.kind, { name: entry.actor.name })}
          at={entry.at}
          note={entry.note}
          changes={entry.changes.map((change) => <Change key={change.field} change={change} />)}
        />
      ))}
    </Timeline>
  );
}

function NoteBox({ ticketId }: { ticketId: string }) {
  const t = useTranslations('ticketPage.timeline');
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const add = useMutation({
    mutationFn: () => client.tickets.note({ key: ticketId, note }),
    onSuccess: async () => {
      setNote('');
      await queryClient.invalidateQueries({ queryKey: api.tickets.timeline.key() });
    },
    onError: (error) => toastFailed(error),
  });
  const isEmpty = note.trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) add.mutate();
      }}
    >
      <Textarea
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4096}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
          event.preventDefault();
          add.mutate();
        }}
      />
      {!isEmpty && (
        <Group justify="flex-end" mt={8}>
          <Button type="submit" size="xs" loading={add.isPending}>
            {t('addNote')}
          </Button>
        </Group>
      )}
    </form>
  );
}

function Change({ change: { field, from, to } }: { change: TicketChange }) {
  const t = useTranslations('ticketPage.timeline');
  const words = useTranslations('tickets.form');
  const priorities = useTranslations('tickets.priority');
  const locale = useAppLocale();
  if (field === 'description') return <li>{t('description')}</li>;
  const spell = (side: TicketChange['from']) => {
    if (side === null) return t('nothing');
    if (field === 'priority') return priorities(side.value as Priority);
    if (field !== 'status') return side.name;
    const isBuiltIn = (['en', 'it', 'es'] as const).some(
      (each) => builtInName(side.value, each) === side.name,
    );
    return isBuiltIn ? builtInName(side.value, locale) : side.name;
  };
  return <TimelineChange field={words(field)} from={spell(from)} to={spell(to)} />;
}
