// Brings closed and snoozed conversations back, because somebody wrote in them or opened them again.
import type { Actor } from '#operations/call.ts';
import { addEntries, type NewEntry } from './entries.store.ts';
import type { ThreadCall } from './threads.store.ts';
import { putBack } from './threads-state.store.ts';

/** Leaves those alone that are open and awake. Answers which came back from where; their entries tell who did it. */
export async function bringBack(
  call: ThreadCall,
  ids: readonly string[],
  author: Actor | { kind: 'contact' } | { kind: 'phone_app' },
): Promise<{ reopened: string[]; woken: string[] }> {
  const by = author.kind === 'contact' ? 'customer' : 'team';
  const { reopened, woken } = await putBack(call, [...new Set(ids)].sort());
  await addEntries(call, author, [
    ...reopened.map((conversationId): NewEntry => ({ conversationId, kind: 'reopened', content: { by } })),
    ...woken.map((conversationId): NewEntry => ({ conversationId, kind: 'woken', content: { by } })),
  ]);
  return { reopened, woken };
}
