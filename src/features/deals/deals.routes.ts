// Deals as a CSV file: everything that a filter finds, streamed page by page.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { badInput } from '#kit/errors.ts';
import { encodeCursor } from '#kit/paging.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import { matching } from './deal-filter.ts';
import { readDealPage } from './deal-pages.ts';
import { type Deal, DealFilter } from './deal-shapes.contract.ts';
import { DEAL_COLUMNS, DEALS_EXPORT_PATH } from './deals-file.contract.ts';
import { writeAmount } from './read-deal-row.ts';

const PAGE = 500;

export const dealsRoutes: FeatureRoutes = (app, door) => {
  // ?filter= is the filter of GET /deals as JSON; without it all deals are exported.
  app.get(DEALS_EXPORT_PATH, async (request, reply) => {
    const filter = readFilter((request.query as { filter?: string }).filter);
    await door.inWorkspace(request, 'deals:read', async (call) => void (await matching(call, filter)));
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="deals.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines(door, request, filter)));
  });
};

function readFilter(text: string | undefined): DealFilter {
  const fault = (message: string) => badInput([{ path: 'filter', message }]);
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    throw fault('Not JSON');
  }
  const read = DealFilter.safeParse(value);
  if (!read.success) throw fault(read.error.issues[0]?.message ?? 'Not a filter');
  if (JSON.stringify(read.data).includes('\\u0000')) throw fault('Holds the character U+0000');
  return read.data;
}

async function* lines(door: Door, request: FastifyRequest, filter: DealFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine([...DEAL_COLUMNS, 'State', 'Created', 'Closed', 'Lost reason', 'Id']);
  // No transaction stays open while a slow reader takes its time.
  for (let cursor: string | undefined, more = true; more; ) {
    const rows = await door.inWorkspace(request, 'deals:read', async (call) =>
      readDealPage(call, await matching(call, filter), { sort: 'created', limit: PAGE, cursor }),
    );
    if (rows.length > 0) yield rows.map(({ deal }) => line(deal)).join('');
    const last = rows.at(-1);
    more = rows.length === PAGE && last !== undefined;
    if (last) cursor = encodeCursor([last.place, last.deal.id]);
  }
}

function line(deal: Deal): string {
  return csvLine([
    deal.title,
    deal.contacts.flatMap((contact) => contact.phone ?? []).join(';'),
    deal.pipeline.name,
    deal.stage.name,
    deal.owner?.name,
    deal.amount === null ? '' : writeAmount(deal.amount, deal.currency!),
    deal.currency,
    deal.closeDate,
    deal.reference,
    deal.stage.kind,
    deal.createdAt,
    deal.closedAt,
    deal.lostReason?.name,
    deal.id,
  ]);
}
