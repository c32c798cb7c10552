// Says what the server answered: to people as a table, to programs as JSON.
import type { Given, Output } from './arguments.ts';
import { bold, type Io, remark, write } from './io.ts';
import { asFields, layOut, type Table } from './table.ts';

type Row = Record<string, unknown>;
type Page = { items: Row[]; nextCursor?: string | null };

/** What the person wants, or else a table on a terminal and JSON anywhere else. */
export function outputOf(io: Io, { options }: Given): Output {
  return (options.output as Output | undefined) ?? (io.stdout.isTTY ? 'table' : 'json');
}

/** One answer, a list or a thing. */
export async function showAnswer(io: Io, given: Given, answer: unknown): Promise<void> {
  const output = outputOf(io, given);
  if (output === 'json') return write(io, `${JSON.stringify(answer, null, io.stdout.isTTY ? 2 : 0)}\n`);
  const page = asPage(answer);
  if (output === 'lines') return writeLines(io, page?.items ?? [answer]);
  if (page) {
    await pagesAsTable(io, given)(page.items);
    if (page.nextCursor) remark(io, `There are more: --all, or --cursor ${page.nextCursor}`);
    return;
  }
  const thing = answer as Row | undefined;
  const isDone = thing === undefined || (thing.done === true && Object.keys(thing).length === 1);
  await write(io, `${isDone ? 'Done.' : asFields(thing).join('\n')}\n`);
}

/** Takes pages as they come: lines of JSON, or one table over all of them. */
export function pageWriter(io: Io, given: Given): (items: Row[]) => Promise<void> {
  return outputOf(io, given) === 'table' ? pagesAsTable(io, given) : (items) => writeLines(io, items);
}

async function writeLines(io: Io, items: readonly unknown[]): Promise<void> {
  if (items.length > 0) await write(io, `${items.map((item) => JSON.stringify(item)).join('\n')}\n`);
}

function pagesAsTable(io: Io, { options }: Given): (items: Row[]) => Promise<void> {
  let table: Table | undefined;
  const wanted = options.columns?.split(',').map((name) => name.trim());
  return async (items) => {
    if (items.length === 0) {
      if (!table) remark(io, 'Nothing there.');
      return;
    }
    const begins = table === undefined;
    table ??= layOut(items, io.stdout.columns ?? Number.POSITIVE_INFINITY, wanted);
    const lines = table.lines(items);
    await write(io, `${(begins ? [bold(io, table.head), ...lines] : lines).join('\n')}\n`);
    if (begins && table.left.length > 0)
      remark(io, `Not shown: ${table.left.join(', ')}. See --columns, -o json.`);
  };
}

function asPage(answer: unknown): Page | undefined {
  const { items } = (answer ?? {}) as { items?: unknown };
  return Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null)
    ? (answer as Page)
    : undefined;
}
