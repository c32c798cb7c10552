// The statistics of campaigns as a CSV file: one row a campaign, with the filters of the list, streamed page by page.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CostSoFar } from '#features/rates/rates.contract.ts';
import { BYTE_ORDER_MARK, type CsvCell, csvLine } from '#kit/csv-writer.ts';
import { badInput } from '#kit/errors.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import {
  CAMPAIGN_RATES,
  CAMPAIGN_STATES,
  type CampaignRate,
  type ComparedCampaign,
  MOST_COMPARED,
} from './campaigns.contract.ts';
import { pageOfCampaigns } from './campaigns.store.ts';
import { weighCampaigns } from './weigh-campaigns.ts';

const PAGE = 500;

const search = 'Once, at most 100 characters';
const ids = `At most ${MOST_COMPARED} ids, parted by commas`;
const Query = z.object({
  state: z.enum(CAMPAIGN_STATES, `Use one of ${CAMPAIGN_STATES.join(', ')}`).optional(),
  search: z
    .string(search)
    .trim()
    .max(100, search)
    .regex(/^[^\0]*$/, search)
    .optional(),
  ids: z
    .string(ids)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid(ids)).max(MOST_COMPARED, ids))
    .optional(),
});
type Query = z.output<typeof Query>;

const RATE_COLUMNS: Record<CampaignRate, string> = {
  delivered: 'delivered_rate',
  read: 'read_rate',
  clicked: 'clicked_rate',
  linkClicked: 'link_clicked_rate',
  replied: 'replied_rate',
  optedOut: 'opted_out_rate',
  failed: 'failed_rate',
};

const COLUMNS: [name: string, value: (campaign: ComparedCampaign) => CsvCell][] = [
  ['id', (c) => c.id],
  ['name', (c) => c.name],
  ['state', (c) => c.state],
  ['template', (c) => c.template?.name],
  ['language', (c) => c.template?.language],
  ['category', (c) => c.template?.category],
  ['number', (c) => c.number?.phone],
  ['created_at', (c) => c.createdAt],
  ['scheduled_at', (c) => c.scheduledAt],
  ['started_at', (c) => c.startedAt],
  ['completed_at', (c) => c.completedAt],
  ['audience', (c) => c.figures.audience],
  ['excluded', (c) => leftOut(c.figures.excluded)],
  ['waiting', (c) => c.figures.waiting],
  ['queued', (c) => c.figures.queued],
  ['uncertain', (c) => c.figures.uncertain],
  ['accepted', (c) => c.figures.accepted],
  ['sent', (c) => c.figures.sent],
  ['delivered', (c) => c.figures.delivered],
  ['read', (c) => c.figures.read],
  ['failed', (c) => c.figures.failed],
  ['cancelled', (c) => c.figures.cancelled],
  ['replied', (c) => c.figures.replied],
  ['clicked', (c) => c.figures.clicked],
  ['link_clicked', (c) => c.figures.linkClicked],
  ['opted_out', (c) => c.figures.optedOut],
  ['sms_sent', (c) => c.figures.sms.sent],
  ['sms_delivered', (c) => c.figures.sms.delivered],
  ['sms_failed', (c) => c.figures.sms.failed],
  ...CAMPAIGN_RATES.map((rate): [string, (c: ComparedCampaign) => CsvCell] => [
    RATE_COLUMNS[rate],
    (c) => (c.rates[rate] === null ? null : Number(c.rates[rate].toFixed(4))),
  ]),
  ['charged', (c) => c.cost?.charged],
  ['free', (c) => c.cost?.free],
  ['without_rate', (c) => c.cost?.unpriced],
  ['cost', (c) => amounts(c.cost, ({ micros }) => String(micros / 1_000_000))],
  ['currency', (c) => amounts(c.cost, ({ currency }) => currency)],
];

export const campaignStatisticsRoutes: FeatureRoutes = (app, door) => {
  app.get('/api/v1/campaigns/statistics.csv', async (request, reply) => {
    const read = Query.safeParse(request.query);
    if (!read.success)
      throw badInput(
        read.error.issues.map((issue) => ({ path: String(issue.path[0]), message: issue.message })),
      );
    await door.inWorkspace(request, 'campaigns:read', async () => undefined);
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="campaigns.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines(door, request, read.data)));
  });
};

async function* lines(door: Door, request: FastifyRequest, query: Query): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  // No transaction stays open while a slow reader takes its time.
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const after = cursor ? { cursor } : {};
    const page = await door.inWorkspace(request, 'campaigns:read', async (call) => {
      const { items, nextCursor } = await pageOfCampaigns(call, { ...query, ...after, limit: PAGE });
      return { campaigns: await weighCampaigns(call, items), nextCursor };
    });
    if (page.campaigns.length > 0)
      yield page.campaigns.map((campaign) => csvLine(COLUMNS.map(([, value]) => value(campaign)))).join('');
    cursor = page.nextCursor;
  }
}

/** People; a further membership of somebody who gets it leaves nobody out. */
function leftOut({ duplicate: _, ...reasons }: ComparedCampaign['figures']['excluded']): number {
  return Object.values(reasons).reduce((sum, count) => sum + count, 0);
}

function amounts(
  cost: CostSoFar | null,
  spell: (amount: CostSoFar['amounts'][number]) => string,
): string | null {
  return cost && cost.amounts.length > 0 ? cost.amounts.map(spell).join(' + ') : null;
}
