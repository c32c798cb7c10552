// The sending plan of a campaign as a CSV file: one row a day, with what was sent of it.
import { Readable } from 'node:stream';
import { showPlan } from '#features/guardian/guardian.ts';
import type { CampaignWave } from '#features/guardian/preflight.contract.ts';
import { BYTE_ORDER_MARK, type CsvCell, csvLine } from '#kit/csv-writer.ts';
import { notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { readCampaign } from './campaigns.store.ts';

const COLUMNS: [name: string, value: (wave: CampaignWave) => CsvCell][] = [
  ['day', (wave) => wave.day],
  ['due_at', (wave) => wave.dueAt],
  ['state', (wave) => wave.state],
  ['people', (wave) => wave.people],
  ['sent', (wave) => wave.fed],
  ['wrote_lately', (wave) => wave.warm],
  ['known', (wave) => wave.known],
  ['strangers', (wave) => wave.cold],
  ['stage', (wave) => wave.stage],
  ['bound', (wave) => wave.bound],
  ['allowed', (wave) => wave.allowed],
  ['started_at', (wave) => wave.startedAt],
  ['ended_at', (wave) => wave.endedAt],
  ['checked_at', (wave) => wave.checkedAt],
  ['quality', (wave) => wave.quality],
];

export const campaignPlanRoutes: FeatureRoutes = (app, door) => {
  app.get('/api/v1/campaigns/:id/plan.csv', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!isId(id)) throw notFound('campaign');
    const plan = await door.inWorkspace(request, 'campaigns:read', async (call) => {
      await readCampaign(call, id);
      return showPlan(call, id);
    });
    if (!plan) throw notFound('plan');
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="sending-plan.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines(plan.waves)));
  });
};

function* lines(waves: readonly CampaignWave[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  for (const wave of waves) yield csvLine(COLUMNS.map(([, value]) => value(wave)));
}
