// Gets and sets what members are to win in a month.
import { publish } from '#events/publish.ts';
import { membersAmong } from '#features/deals/check-deals.ts';
import { readGoals, writeGoals } from '#features/deals/deal-goals.store.ts';
import type { dealReportsContract, Goal } from '#features/deals/deal-report.contract.ts';
import { dayIn, factorsOf } from '#features/deals/deal-rules.ts';
import { holdSettings, readSettings } from '#features/deals/deal-settings.store.ts';
import { monthsBetween } from '#features/deals/months.ts';
import { badInput, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

type Contract = typeof dealReportsContract;

/** Two years of goals at once. */
const MOST_MONTHS = 24;

export const showGoals: Handler<Contract['goals']> = async (call, input) => {
  const settings = await readSettings(call);
  const { currency, timeZone } = settings;
  const month = input.month ?? dayIn(timeZone, call.now).slice(0, 7);
  const factors = factorsOf(settings);
  const rows = await readGoals(call, month, timeZone);
  const items = rows.map(({ userId, name, amount, currency: code, ...figures }): Goal => {
    const factor = code === null ? undefined : factors.get(code);
    return {
      owner: { userId, name },
      goal:
        amount === null || code === null
          ? null
          : { amount, currency: code, worth: factor === undefined ? null : Math.round(amount * factor) },
      ...figures,
    };
  });
  return { month, currency, items };
};

export const setGoals: Handler<Contract['setGoals']> = async (call, { month, through, goals }) => {
  const months = monthsBetween(month, through ?? month);
  if (months.length === 0)
    throw badInput([{ path: 'through', message: 'The last month is before the first.' }]);
  if (months.length > MOST_MONTHS)
    throw badInput([{ path: 'through', message: `At most ${MOST_MONTHS} months at once.` }]);
  const byOwner = new Map(goals.map((goal) => [goal.ownerId, goal]));
  const ids = [...byOwner.keys()];
  const members = await membersAmong(call, ids);
  if (ids.some((id) => !members.has(id))) throw notFound('member');
  await holdSettings(call);
  const { currency } = await readSettings(call);
  await writeGoals(
    call,
    months,
    [...byOwner.values()].map((goal) => ({ ...goal, currency: goal.currency ?? currency })),
  );
  await publish(call, 'deal.settings_changed', null, {});
  return done;
};
