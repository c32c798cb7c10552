// Reports on deals: how many are won, how long they take, where they stay, what is to come.

import type { DealReport, dealReportsContract } from '#features/deals/deal-report.contract.ts';
import { dayIn } from '#features/deals/deal-rules.ts';
import { readSettings } from '#features/deals/deal-settings.store.ts';
import { readStages } from '#features/deals/pipelines.store.ts';
import {
  readClosedMonths,
  readConversion,
  readEnded,
  readForecast,
  readLostReasons,
  readOwners,
  readUnrated,
  rounded,
} from '#features/deals/read-deal-report.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const reportDeals: Handler<typeof dealReportsContract.report> = async (call, input) => {
  const all = await readStages(call);
  if (all.length === 0) throw conflict('pipeline_missing', 'There is no pipeline yet. Create one first.');
  const pipelineId = input.pipelineId ?? all[0]!.pipelineId;
  const stages = all.filter((stage) => stage.pipelineId === pipelineId);
  if (stages.length === 0) throw notFound('pipeline');
  const { currency, timeZone } = await readSettings(call);
  const to = input.to ?? dayIn(timeZone, call.now);
  const from = input.from ?? `${to.slice(0, 4)}-01-01`;
  if (from > to) throw badInput([{ path: 'to', message: 'The period ends before it begins.' }]);
  const ownerId = input.ownerId === 'me' ? personOf(call) : input.ownerId;
  const period = { pipelineId, ownerId, from, to, timeZone };
  const ended = await readEnded(call, period);
  const [won, lost] = (['won', 'lost'] as const).map((state): DealReport['won'] => {
    const row = ended.find((one) => one.state === state);
    if (!row) return { count: 0, worth: 0, days: null };
    const { count, worth, average, median } = row;
    return { count, worth, days: { average: rounded(average), median: rounded(median) } };
  }) as [DealReport['won'], DealReport['lost']];
  return {
    from,
    to,
    currency,
    won,
    lost,
    winRate: share(won.count, lost.count),
    winRateByWorth: share(won.worth, lost.worth),
    months: await readClosedMonths(call, period),
    stages: await readConversion(call, period, stages),
    lostReasons: await readLostReasons(call, period),
    owners: await readOwners(call, period),
    forecast: await readForecast(call, period),
    unrated: await readUnrated(call, period),
  };
};

function share(part: number, rest: number): number | null {
  return part + rest === 0 ? null : part / (part + rest);
}
