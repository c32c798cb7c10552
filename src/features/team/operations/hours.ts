// Reads and sets when the workspace and single people work.
import { gatherColleagues } from '#features/team/colleagues.ts';
import type { TeamHours } from '#features/team/hours.contract.ts';
import { readHours, saveHours, saveMemberHours } from '#features/team/hours.store.ts';
import type { teamContract } from '#features/team/team.contract.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

type Contract = typeof teamContract;

export const getHours: Handler<Contract['getHours']> = (call) => shown(call);

export const setHours: Handler<Contract['setHours']> = async (call, { hours }) => {
  await saveHours(call, hours);
  return shown(call);
};

export const setMemberHours: Handler<Contract['setMemberHours']> = async (
  call,
  { userId, hours, timeZone },
) => {
  const people = await gatherColleagues(call);
  if (!people.some((person) => person.userId === userId)) throw notFound('member');
  await saveMemberHours(call, userId, hours === null ? null : { hours, timeZone });
  return shown(call);
};

async function shown(call: Call): Promise<TeamHours> {
  const { people, ...workspace } = await readHours(call);
  const colleagues = await gatherColleagues(call);
  return {
    ...workspace,
    people: colleagues.map(({ userId, name, isAtWork }) => {
      const own = people.get(userId);
      return { userId, name, isAtWork, hours: own?.hours ?? null, timeZone: own?.timeZone ?? null };
    }),
  };
}
