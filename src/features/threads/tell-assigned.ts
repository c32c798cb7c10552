// What follows when people were made, or are no longer, those who look after conversations: entries and events.
import { publishAll } from '#events/publish.ts';
import type { Actor, Call } from '#operations/call.ts';
import { addEntries } from './entries.store.ts';
import type { AssigneesMoved } from './threads-bulk.store.ts';

type TellCall = Pick<Call, 'tx' | 'workspaceId' | 'now'> & { actor: Actor };

/** `userIds` are those who look after all of `moved` now; `note` is what the next one should know. */
export async function tellAssigned(
  call: TellCall,
  moved: readonly AssigneesMoved[],
  userIds: readonly string[],
  note?: string,
): Promise<void> {
  if (moved.length === 0) return;
  const to = await call.tx
    .selectFrom('users')
    .select(['id as userId', 'name'])
    .where('id', '=', (eb) => eb.fn.any(eb.val([...userIds])))
    .orderBy('name')
    .execute();
  const said = note ? { note } : {};
  await addEntries(
    call,
    call.actor,
    moved.map(({ id }) => ({ conversationId: id, kind: 'assigned', content: { to, ...said } })),
  );
  await publishAll(
    call,
    moved.flatMap(({ id, added, removed }) => [
      { name: 'conversation.assigned' as const, subjectId: id, payload: { added, removed, ...said } },
      { name: 'conversation.changed' as const, subjectId: id, payload: {} },
    ]),
  );
}
