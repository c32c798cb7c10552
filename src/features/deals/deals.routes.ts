// Deals as a CSV file: everything that a filter finds, streamed page by page; and a file loaded as it comes in.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { AppError, badInput } from '#kit/errors.ts';
import { encodeCursor } from '#kit/paging.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import { matching } from './deal-filter.ts';
import { readDealPage } from './deal-pages.ts';
import { type Deal, DealFilter } from './deal-shapes.contract.ts';
import {
  DEALS_EXPORT_PATH,
  DEALS_IMPORT_PATH,
  EXISTING_DEALS,
  type ExistingDeals,
  type LoadedFile,
  MOST_REJECTED,
  type RejectedRow,
} from './deals-file.contract.ts';
import { readDealsFile } from './deals-file.ts';
import { type ImportRow, loadDeals } from './import-deals.ts';
import { COLUMNS, writeAmount } from './read-deal-row.ts';

const PAGE = 500;
const BATCH = 200;

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

  // The body is the file itself; ?existing=skip leaves deals alone whose reference a row names.
  app.post(DEALS_IMPORT_PATH, async (request) => {
    const { existing = 'update' } = request.query as { existing?: unknown };
    await door.inWorkspace(request, 'deals:write', async () => {});
    const known = EXISTING_DEALS.find((one) => one === existing);
    if (!known) throw badInput([{ path: 'existing', message: 'Write update or skip.' }]);
    if (request.headers['content-type']?.startsWith('multipart/'))
      throw new AppError('bad_input', 'Send the bytes of the file as the body, not a form.');
    return load(door, request, known);
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
  yield BYTE_ORDER_MARK + csvLine([...COLUMNS, 'State', 'Created', 'Closed', 'Lost reason', 'Id']);
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

async function load(door: Door, request: FastifyRequest, existing: ExistingDeals): Promise<LoadedFile> {
  const { header, delimiter, columns, rows } = await readDealsFile(request.raw as AsyncIterable<Buffer>);
  const sum: LoadedFile = {
    ...{ created: 0, updated: 0, skipped: 0, rejectedCount: 0, rejected: [] },
    ...{ header, delimiter },
  };
  const reject = (rejected: readonly RejectedRow[]) => {
    sum.rejectedCount += rejected.length;
    sum.rejected.push(...rejected.slice(0, MOST_REJECTED - sum.rejected.length));
  };
  let batch: ImportRow[] = [];
  const flush = async () => {
    const done = await door.inWorkspace(request, 'deals:write', (call) =>
      loadDeals({ ...call, fromFile: true }, batch, columns, existing),
    );
    batch = [];
    sum.created += done.created;
    sum.updated += done.updated;
    sum.skipped += done.skipped;
    reject(done.rejected);
  };
  for (const row of rows) {
    if ('reason' in row) reject([row]);
    else batch.push(row);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  sum.rejected.sort((a, b) => a.row - b.row);
  return sum;
}
