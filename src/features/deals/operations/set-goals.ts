// Gets and sets what members are to win in a month.
import { publish } from '#events/publish.ts';
import { membersAmong } from '#features/deals/check-deals.ts';
import { readGoals, writeGoal } from '#features/deals/deal-goals.store.ts';
import type { dealReportsContract } from '#features/deals/deal-report.contract.ts';
import { dayIn } from '#features/deals/deal-rules.ts';
import { readSettings } from '#features/deals/deal-settings.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof dealReportsContract;

export const showGoals: Handler<Contract['goals']> = async (call, input) => {
  const { currency, timeZone } = await readSettings(call);
  const month = input.month ?? dayIn(timeZone, call.now).slice(0, 7);
  return { month, currency, items: await readGoals(call, month, timeZone) };
};

export const setGoal: Handler<Contract['setGoal']> = async (call, { ownerId, month, amount }) => {
  if (!(await membersAmong(call, [ownerId])).has(ownerId)) throw notFound('member');
  await writeGoal(call, ownerId, month, amount);
  await publish(call, 'deal.settings_changed', null, {});
  return done;
};
