// Finds whose webhook a body is: nearly always one account's, then the body stays as it came.
import { AppError } from '#kit/errors.ts';
import { groupBy } from '#kit/group-by.ts';
import { readJson } from '#whatsapp/cloud-api/read-json.ts';

export type AccountPart = { wabaId: string; body: Buffer };

type Envelope = { entry?: unknown };

/** How the body of one account begins, written without spaces as WhatsApp does. */
const ONE_ENTRY =
  /^\{"object":"whatsapp_business_account","entry":\[\{"id":"(\d{1,40})",(?:"time":\d{1,16},)?"changes":\[/;
const CHANGES = Buffer.from('"changes":');
const HEAD_BYTES = 160;

/** More are no webhook of Meta's: nobody shall make us look for a hundred thousand accounts. */
const MOST_ACCOUNTS = 1_000;

/** One part per account named in the body; none when it is no webhook, `too_large` for too many. A part of several holds its own entries only. */
export function splitByAccount(body: Buffer): AccountPart[] {
  const only = onlyAccount(body);
  if (only !== undefined) return [{ wabaId: only, body }];
  const text = body.toString('utf8');
  const ids = accountIds(parse(text, JSON.parse));
  if (ids.length <= 1) return ids.map((wabaId) => ({ wabaId, body }));
  if (ids.length > MOST_ACCOUNTS)
    throw new AppError('too_large', `A webhook may be about at most ${MOST_ACCOUNTS} accounts.`);
  // Long ids survive as text, which the reader takes as well.
  const envelope = parse(text, readJson)!;
  const entries = groupBy(entriesOf(envelope), idOf);
  return ids.map((wabaId) => ({
    wabaId,
    body: Buffer.from(JSON.stringify({ ...envelope, entry: entries.get(wabaId) })),
  }));
}

/** Without parsing it: an entry has one list of changes, and in a text its name would stand with other quotes. */
function onlyAccount(body: Buffer): string | undefined {
  const head = ONE_ENTRY.exec(body.toString('latin1', 0, HEAD_BYTES));
  if (!head) return undefined;
  const isOnly = body.indexOf(CHANGES, head[0].length) < 0 && body.indexOf('"entry":', head[0].length) < 0;
  return isOnly ? head[1] : undefined;
}

function accountIds(envelope: Envelope | undefined): string[] {
  const ids = entriesOf(envelope).map(idOf);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function entriesOf(envelope: Envelope | undefined): unknown[] {
  return Array.isArray(envelope?.entry) ? envelope.entry : [];
}

function idOf(entry: unknown): string | undefined {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function parse(text: string, read: (text: string) => unknown): Envelope | undefined {
  try {
    const value = read(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
