// The keys of the list, and the dialogs that they open: next, previous, close, snooze, assign, unread, search.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import { useKeys } from '#web/keys/keys.ts';
import { usePermission } from '#web/session.ts';
import type { Selection } from '#web/ui/table/selection.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { useInboxActions } from './use-inbox-actions.ts';

type Options = {
  rows: readonly Conversation[];
  openId: string | undefined;
  pane: RefObject<HTMLElement | null>;
  /** Moves the cursor; from the open conversation when the list is not where one is. */
  step: (by: number, from?: string) => void;
  /** Called when what is open should no longer be, as after marking it as unread. */
  onLeave: () => void;
  selection: Selection;
};

/** Answers the dialogs to draw. The keys act on what is selected, else on the row with the focus or what is open. */
export function useListKeys({ rows, openId, pane, step, onLeave, selection }: Options): ReactNode {
  const t = useTranslations('inboxList.keys');
  const actions = useInboxActions();
  const may = { write: usePermission('chats:write'), assign: usePermission('chats:assign') };
  // Where the workspace offers none, closing by key asks nothing; the button in the thread takes words all the same.
  const reasons = useQuery({
    ...api.team.getCloseReasons.queryOptions({ input: {} }),
    staleTime: 60_000,
  });
  const [asking, setAsking] = useState<{ what: 'assign' | 'snooze' | 'close'; ids: string[] } | null>(null);
  const target = (): string | undefined => {
    const focused = document.activeElement;
    const row =
      focused instanceof HTMLElement && pane.current?.contains(focused) ? focused.dataset.row : undefined;
    return row ?? openId;
  };
  const onTargets = (work: (ids: string[]) => void) => () => {
    const id = target();
    if (selection.ids.size > 0) work([...selection.ids]);
    else if (id !== undefined) work([id]);
  };
  const toggle = () => {
    const id = target();
    if (id !== undefined) selection.toggle(id);
  };
  const isClosed = (id: string) => rows.some((row) => row.id === id && row.state === 'closed');
  const ask = (what: 'assign' | 'snooze' | 'close') => onTargets((ids) => setAsking({ what, ids }));

  useKeys(t('title'), [
    { key: 'j', label: t('next'), run: () => step(1, openId) },
    { key: 'k', label: t('previous'), run: () => step(-1, openId) },
    // A button by itself: the sheet only tells of it.
    { key: 'enter', label: t('open'), run: (event) => pressFocused(event) },
    {
      key: '/',
      label: t('search'),
      run: () => pane.current?.querySelector<HTMLElement>('search input')?.focus(),
    },
    ...(may.write
      ? [
          {
            key: 'e',
            label: t('close'),
            run: onTargets((ids) => {
              if (ids.every(isClosed)) void actions.reopen(ids);
              else if (!reasons.data?.reasons.length) void actions.close(ids);
              else setAsking({ what: 'close', ids });
            }),
          },
          { key: 's', label: t('snooze'), run: ask('snooze') },
          {
            key: 'u',
            label: t('unread'),
            run: onTargets((ids) => {
              if (openId !== undefined && ids.includes(openId)) onLeave();
              void actions.markUnread(ids);
            }),
          },
        ]
      : []),
    ...(may.write
      ? [
          { key: 'x', label: t('select'), run: () => toggle() },
          { key: 'mod+a', label: t('selectAll'), run: selection.toggleAll },
        ]
      : []),
    ...(selection.ids.size > 0 ? [{ key: 'escape', label: t('selectNone'), run: selection.clear }] : []),
    ...(may.assign ? [{ key: 'a', label: t('assign'), run: ask('assign') }] : []),
  ]);
  const close = () => setAsking(null);
  if (asking?.what === 'assign')
    return (
      <AssignDialog
        chosen={
          (asking.ids.length === 1 ? rows.find((row) => row.id === asking.ids[0]) : undefined)?.assignees.map(
            (one) => one.userId,
          ) ?? []
        }
        onClose={close}
        onApply={(userIds, note) => actions.assign(asking.ids, userIds, note)}
      />
    );
  if (asking?.what === 'close')
    return <CloseDialog onClose={close} onApply={(reason) => actions.close(asking.ids, reason)} />;
  if (asking?.what === 'snooze')
    return <SnoozeDialog onClose={close} onApply={(until) => actions.snooze(asking.ids, until)} />;
  return null;
}

function pressFocused(event: KeyboardEvent): void {
  if (event.target instanceof HTMLElement) event.target.click();
}
