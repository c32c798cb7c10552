// Loads rows of CSV as deals, a batch at a time: new ones, and changes of those that a reference names.
import { sql } from 'kysely';
import { AppError } from '#kit/errors.ts';
import { changeDeal } from './change-deal.ts';
import { createDeals, type DealInput } from './create-deals.ts';
import { readSettings } from './deal-settings.store.ts';
import type { DealCall } from './deals.types.ts';
import type { ExistingDeals, RejectedRow } from './deals-file.contract.ts';
import { readStages } from './pipelines.store.ts';
import { type Column, type DealRowInput, type Known, readDealRow } from './read-deal-row.ts';

export type ImportRow = { row: number; cells: string[] };
export type Rejected = RejectedRow;
export type Loaded = { created: number; updated: number; skipped: number; rejected: Rejected[] };

/** What rows may name: stages, people, the country of national numbers. */
export async function readKnown(call: DealCall): Promise<Known> {
  const { rows } = await sql<{ id: string; email: string; name: string }>`
    select u.id, u.email, u.name from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${call.workspaceId} order by u.id desc`.execute(call.tx);
  const { country } = await call.tx
    .selectFrom('workspaces')
    .select('country')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return {
    stages: await readStages(call),
    owners: new Map([
      ...rows.map(({ id, name }) => [name.toLowerCase(), id] as const),
      ...rows.map(({ id, email }) => [email.toLowerCase(), id] as const),
    ]),
    country,
    currency: (await readSettings(call)).currency,
  };
}

/** `existing`: what to do with rows whose reference a deal has already. */
export async function loadDeals(
  call: DealCall,
  rows: readonly ImportRow[],
  columns: ReadonlyMap<Column, number>,
  existing: ExistingDeals,
): Promise<Loaded> {
  const loaded: Loaded = { created: 0, updated: 0, skipped: 0, rejected: [] };
  const known = await readKnown(call);
  const good: (ImportRow & { read: DealRowInput })[] = [];
  for (const one of rows) {
    const read = readDealRow(one.cells, columns, known);
    if ('reason' in read) loaded.rejected.push({ ...one, reason: read.reason });
    else good.push({ ...one, read });
  }
  const contacts = await contactsByPhone(
    call,
    good.flatMap(({ read }) => read.phones),
  );
  const references = await dealsByReference(
    call,
    good.flatMap(({ read }) => read.reference ?? []),
  );
  const fresh: (ImportRow & { input: DealInput })[] = [];
  for (const { row, cells, read } of good) {
    const { phones, ...values } = read;
    const stranger = phones.find((phone) => !contacts.has(phone));
    const same = read.reference ? (references.get(read.reference.toLowerCase()) ?? []) : [];
    const reject = (reason: string) => loaded.rejected.push({ row, cells, reason });
    const contactIds = phones.map((phone) => contacts.get(phone)!);
    if (stranger) reject(`No contact has the number ${stranger}: import contacts first`);
    else if (same.length > 1) reject(`${same.length} deals have the reference ${read.reference}`);
    else if (same.length === 1 && existing === 'skip') loaded.skipped += 1;
    else if (same.length === 1) {
      const problem = await change(call, same[0]!, {
        ...values,
        ...(contactIds.length > 0 ? { contactIds } : {}),
      });
      if (problem) reject(problem);
      else loaded.updated += 1;
    } else if (contactIds.length === 0) reject('A deal needs a contact');
    else fresh.push({ row, cells, input: { ...values, contactIds } });
  }
  const { made, refused } = await createDeals(
    call,
    fresh.map(({ input }) => input),
  );
  loaded.created = made.length;
  for (const { index, problems } of refused) {
    const { row, cells } = fresh[index]!;
    loaded.rejected.push({ row, cells, reason: problems.map((one) => one.message).join(' ') });
  }
  loaded.rejected.sort((a, b) => a.row - b.row);
  return loaded;
}

/** What is wrong, when it is; a refusal leaves nothing half written. */
async function change(call: DealCall, id: string, changes: Partial<DealInput>): Promise<string | undefined> {
  try {
    await changeDeal(call, id, changes);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.fields.map((field) => field.message).join(' ') || error.message;
  }
}

async function contactsByPhone(call: DealCall, phones: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; phone: string }>`
    select id, phone from contacts where workspace_id = ${call.workspaceId} and phone = any(${phones}::text[])
      and erasing_at is null`.execute(call.tx);
  return new Map(rows.map((row) => [row.phone, row.id]));
}

async function dealsByReference(
  call: DealCall,
  references: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ reference: string; ids: string[] }>`
    select lower(reference) as reference, array_agg(id::text) as ids from deals
    where workspace_id = ${call.workspaceId}
      and lower(reference) = any(${references.map((one) => one.toLowerCase())}::text[]) group by 1`.execute(
    call.tx,
  );
  return new Map(rows.map((row) => [row.reference, row.ids]));
}
