// Tells who of the team is there, and notes that one is there oneself.
import { raise } from '#events/signals.ts';
import type { Presence } from '#features/team/presence.contract.ts';
import { noteSeen, readSeen, setChosen } from '#features/team/presence.store.ts';
import { presenceOf } from '#features/team/presence.ts';
import { PRESENCE_SIGNAL } from '#features/team/presence-signal.ts';
import type { teamContract } from '#features/team/team.contract.ts';
import { type Call, personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

type Contract = typeof teamContract;

export const getPresence: Handler<Contract['presence']> = (call) => shown(call);

export const beat: Handler<Contract['beat']> = (call, { idleSeconds }) => {
  const userId = personOf(call);
  const activeAt = new Date(call.now.getTime() - idleSeconds * 1_000);
  return telling(call, userId, () => noteSeen(call, userId, activeAt));
};

export const setPresence: Handler<Contract['setPresence']> = (call, { chosen }) => {
  const userId = personOf(call);
  return telling(call, userId, () => setChosen(call, userId, chosen));
};

/** Most beats change nothing that others see. */
async function telling(call: Call, userId: string, work: () => Promise<void>): Promise<Presence> {
  const before = presenceOf((await readSeen(call)).get(userId), call.now);
  await work();
  const { services, workspaceId } = call;
  if (presenceOf((await readSeen(call)).get(userId), call.now) !== before)
    call.afterCommit(() => raise(services.db, PRESENCE_SIGNAL, [workspaceId]));
  return shown(call);
}

async function shown(call: Call): Promise<Presence> {
  const people = await call.tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['m.user_id as userId', 'u.name'])
    .where('m.workspace_id', '=', call.workspaceId)
    .orderBy('u.name')
    .execute();
  const seen = await readSeen(call);
  return {
    chosen: (call.userId === null ? undefined : seen.get(call.userId))?.chosen ?? 'online',
    people: people.map(({ userId, name }) => {
      const one = seen.get(userId);
      return { userId, name, state: presenceOf(one, call.now), seenAt: one?.seenAt.toISOString() ?? null };
    }),
  };
}
