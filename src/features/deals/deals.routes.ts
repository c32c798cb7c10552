// Deals as a CSV file: everything that a filter finds, streamed page by page; and a file loaded as it comes in.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { csvReader } from '#kit/csv-reader.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { AppError, badInput } from '#kit/errors.ts';
import { encodeCursor } from '#kit/paging.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import { matching } from './deal-filter.ts';
import { readDealPage } from './deal-pages.ts';
import { type Deal, DealFilter } from './deal-shapes.contract.ts';
import { type ImportRow, type Loaded, loadDeals } from './import-deals.ts';
import { COLUMNS, type Column, readHeader, writeAmount } from './read-deal-row.ts';

const PAGE = 500;
const BATCH = 200;
const MOST_BYTES = 20_000_000;
/** Rejected rows that are told one by one. */
const MOST_REJECTED = 1_000;

export const dealsRoutes: FeatureRoutes = (app, door) => {
  // ?filter= is the filter of GET /deals as JSON; without it all deals are exported.
  app.get('/api/v1/deals/export.csv', async (request, reply) => {
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

  // The body is the file itself, in UTF-8; ?existing=skip leaves deals alone whose reference a row names.
  app.post('/api/v1/deals/import', async (request) => {
    const { existing = 'update' } = request.query as { existing?: string };
    await door.inWorkspace(request, 'deals:write', async () => {});
    if (existing !== 'update' && existing !== 'skip')
      throw badInput([{ path: 'existing', message: 'Write update or skip.' }]);
    return load(door, request, existing);
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

async function load(door: Door, request: FastifyRequest, existing: 'update' | 'skip') {
  const sum = { created: 0, updated: 0, skipped: 0, rejectedCount: 0, rejected: [] as Loaded['rejected'] };
  let columns: Map<Column, number> | undefined;
  let batch: ImportRow[] = [];
  const flush = async () => {
    const [rows, known] = [batch, columns!];
    batch = [];
    const done = await door.inWorkspace(request, 'deals:write', (call) =>
      loadDeals(call, rows, known, existing),
    );
    sum.created += done.created;
    sum.updated += done.updated;
    sum.skipped += done.skipped;
    sum.rejectedCount += done.rejected.length;
    sum.rejected.push(...done.rejected.slice(0, MOST_REJECTED - sum.rejected.length));
  };
  let number = 0;
  for await (const cells of rowsOf(request)) {
    number += 1;
    if (!columns) {
      columns = readHeader(cells);
      if (!columns.has('Contacts'))
        throw badInput([
          { path: 'file', message: `Name the columns in the first line: ${COLUMNS.join(', ')}.` },
        ]);
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    batch.push({ number, cells });
    if (batch.length === BATCH) await flush();
  }
  if (!columns) throw badInput([{ path: 'file', message: 'The file is empty.' }]);
  if (batch.length > 0) await flush();
  return sum;
}

/** The rows of the body as they come; the delimiter is the one of the first line. */
async function* rowsOf(request: FastifyRequest): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  let head = '';
  let reader: ReturnType<typeof csvReader> | undefined;
  const begin = () => {
    const first = head.split('\n', 1)[0]!;
    reader = csvReader({ delimiter: first.includes(';') ? ';' : first.includes('\t') ? '\t' : ',' });
    return reader.push(head);
  };
  for await (const chunk of request.raw) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES)
      throw new AppError('too_large', `The file is larger than ${MOST_BYTES / 1e6} MB: load it in parts.`);
    const text = decoder.decode(chunk as Buffer, { stream: true }).replaceAll('\u0000', '');
    if (reader) yield* reader.push(text).map((row) => row.cells);
    else {
      head += text;
      if (head.length > 65_536 || head.includes('\n')) yield* begin().map((row) => row.cells);
    }
  }
  if (!reader) yield* begin().map((row) => row.cells);
  yield* reader!.end().map((row) => row.cells);
}
