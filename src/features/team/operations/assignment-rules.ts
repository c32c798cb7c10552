// Reads, sets and tries the rules by which new conversations are given to people.
import { readRules, replaceRules, rulesSince, switchRules } from '#features/team/assignment-rules.store.ts';
import { gatherColleagues } from '#features/team/colleagues.ts';
import { decide } from '#features/team/decide.ts';
import { assignWaitingJob } from '#features/team/jobs/assign.job.ts';
import type { teamContract } from '#features/team/team.contract.ts';
import { isReopenedToTeam, saveReopenedToTeam } from '#features/team/team-settings.store.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

type Contract = typeof teamContract;

export const getRules: Handler<Contract['getRules']> = (call) => kept(call);

export const setRules: Handler<Contract['setRules']> = async (call, { areOn, reopenedToTeam, ...input }) => {
  const rules = withIds(input.rules);
  const names = rules.map(({ name }) => name.toLowerCase());
  const twice = rules.findIndex(
    ({ id, name }, i) => names.indexOf(name.toLowerCase()) < i || rules.findIndex((one) => one.id === id) < i,
  );
  if (twice >= 0)
    throw badInput([{ path: `rules.${twice}.name`, message: 'There is a rule of this name already.' }]);
  const known = new Set((await gatherColleagues(call)).map(({ userId }) => userId));
  const stranger = rules.findIndex(({ userIds }) => userIds.some((id) => !known.has(id)));
  if (stranger >= 0)
    throw badInput([
      { path: `rules.${stranger}.userIds`, message: 'One of these people may not answer chats here.' },
    ]);
  // Held first: who is deciding now ends before the rules change.
  await switchRules(call, areOn);
  await replaceRules(call, rules);
  if (reopenedToTeam !== undefined) await saveReopenedToTeam(call, reopenedToTeam);
  const { workspaceId } = call;
  if (areOn)
    await enqueue(call.tx, assignWaitingJob, { workspaceId }, { key: `team.assign_waiting:${workspaceId}` });
  return kept(call);
};

export const previewRules: Handler<Contract['previewRules']> = async (call, { rules, ...asked }) => {
  const colleagues = await gatherColleagues(call);
  const verdict = decide(withIds(rules), colleagues, asked);
  const known = new Map(colleagues.map((colleague) => [colleague.userId, colleague]));
  return {
    userId: verdict.userId,
    name: known.get(verdict.userId ?? '')?.name ?? null,
    tried: verdict.tried.map(({ people, ...rule }) => ({
      ...rule,
      people: people.map(({ userId, reason }) => {
        const { name, state, open } = known.get(userId)!;
        return { userId, name, reason, state, open };
      }),
    })),
  };
};

function withIds<R extends { id?: string | undefined }>(rules: readonly R[]): (R & { id: string })[] {
  return rules.map((rule) => ({ ...rule, id: rule.id ?? newId() }));
}

async function kept(call: Call) {
  return {
    areOn: (await rulesSince(call)) !== null,
    rules: await readRules(call),
    reopenedToTeam: await isReopenedToTeam(call),
  };
}
