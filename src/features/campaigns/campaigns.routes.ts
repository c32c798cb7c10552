// Plain routes of campaigns: the recipients as a CSV file, the plan, and the statistics.
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { badInput, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { campaignPlanRoutes } from './campaign-plan.routes.ts';
import { campaignStatisticsRoutes } from './campaign-statistics.routes.ts';
import { type CampaignRecipient, RECIPIENT_FILTERS, RecipientFilter } from './campaigns.contract.ts';
import { readCampaign } from './campaigns.store.ts';
import { pageOfRecipients } from './campaigns-reading.store.ts';

const Query = z.object({ filter: RecipientFilter.optional() });
const PAGE = 5_000;

const COLUMNS: [name: string, value: (row: CampaignRecipient) => string | null][] = [
  ['contact_id', (row) => row.contactId],
  ['name', (row) => row.name],
  ['phone', (row) => row.phone],
  ['state', (row) => row.state],
  ['reason', (row) => row.reason],
  ['reason_text', (row) => row.reasonText],
  ['sent_at', (row) => row.sentAt],
  ['delivered_at', (row) => row.deliveredAt],
  ['read_at', (row) => row.readAt],
  ['failed_at', (row) => row.failedAt],
  ['replied_at', (row) => row.repliedAt],
  ['clicked_at', (row) => row.clickedAt],
  ['link_clicked_at', (row) => row.linkClickedAt],
  ['opted_out_at', (row) => row.optedOutAt],
  ['sms_state', (row) => row.sms?.state ?? null],
];

export const campaignsRoutes: FeatureRoutes = (app, door) => {
  campaignStatisticsRoutes(app, door);
  campaignPlanRoutes(app, door);
  app.get('/api/v1/campaigns/:id/recipients.csv', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (!isId(id)) throw notFound('campaign');
    const query = Query.safeParse(request.query);
    if (!query.success)
      throw badInput([{ path: 'filter', message: `Use one of ${RECIPIENT_FILTERS.join(', ')}` }]);
    const { filter } = query.data;
    const page = (cursor?: string) =>
      door.inWorkspace(request, 'campaigns:read', (call) =>
        pageOfRecipients(call, {
          id,
          limit: PAGE,
          ...(filter ? { filter } : {}),
          ...(cursor ? { cursor } : {}),
        }),
      );
    await door.inWorkspace(request, 'campaigns:read', (call) => readCampaign(call, id));
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="recipients.csv"')
      .header('cache-control', 'no-store');
    return reply.send(Readable.from(lines(page)));
  });
};

async function* lines(
  page: (cursor?: string) => Promise<{ items: CampaignRecipient[]; nextCursor: string | null }>,
) {
  yield `\uFEFF${stringify([COLUMNS.map(([name]) => name)])}`;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, nextCursor } = await page(cursor);
    yield stringify(items.map((row) => COLUMNS.map(([, value]) => harmless(value(row) ?? ''))));
    cursor = nextCursor;
  }
}

/** A cell that begins like a formula would be run by a spreadsheet; phone numbers may. */
function harmless(cell: string): string {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^\+\d+$/.test(cell)) ? `'${cell}` : cell;
}
