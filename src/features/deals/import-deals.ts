// Loads rows of CSV as deals, a batch at a time: new ones, and changes of those that a reference names.
import { workspaceCountry } from '#features/contacts/contacts.ts';
import type { AppError } from '#kit/errors.ts';
import { changeDeals, type Wish } from './change-deals.ts';
import { stageMeant } from './check-deals.ts';
import { createDeals, type DealInput } from './create-deals.ts';
import { type DealRules, readRules } from './deal-rules.ts';
import type { DealCall } from './deals.types.ts';
import type { DealColumn, ExistingDeals } from './deals-file.contract.ts';
import { contactsByPhone, dealsByReference, holdLoading, readMembers } from './known-rows.store.ts';
import { holdStages, readStages } from './pipelines.store.ts';
import { amountIn, type DealRowInput, type Known, readDealRow } from './read-deal-row.ts';

export type ImportRow = { row: number; cells: string[] };
export type Rejected = ImportRow & { reason: string };
export type Loaded = { created: number; updated: number; skipped: number; rejected: Rejected[] };

type Good = ImportRow & { read: DealRowInput };
/** A row that names a deal, or that becomes one. */
type Sorted = {
  wishes: (Good & Wish)[];
  fresh: (Good & { input: DealInput })[];
};

/** What rows may name: stages, people, the country of national numbers. */
export async function readKnown(call: DealCall): Promise<Known> {
  const members = await readMembers(call);
  return {
    stages: await readStages(call),
    owners: new Map([
      ...members.map(({ id, name }) => [name.toLowerCase(), id] as const),
      ...members.map(({ id, email }) => [email.toLowerCase(), id] as const),
    ]),
    country: await workspaceCountry(call),
  };
}

/** `existing`: what to do with rows whose reference a deal has already. */
export async function loadDeals(
  call: DealCall,
  rows: readonly ImportRow[],
  columns: ReadonlyMap<DealColumn, number>,
  existing: ExistingDeals,
): Promise<Loaded> {
  const loaded: Loaded = { created: 0, updated: 0, skipped: 0, rejected: [] };
  await holdLoading(call);
  const known = await readKnown(call);
  const good: Good[] = [];
  for (const one of rows) {
    const read = readDealRow(one.cells, columns, known);
    if ('reason' in read) loaded.rejected.push({ ...one, reason: read.reason });
    else good.push({ ...one, read });
  }
  const rules = await readRules(call);
  await holdAllStages(call, good, rules);
  for (let left = good; left.length > 0; ) {
    const [first, again] = oncePerReference(left);
    await loadOnce(call, first, { existing, currency: rules.settings.currency }, loaded);
    left = again;
  }
  loaded.rejected.sort((a, b) => a.row - b.row);
  return loaded;
}

/** Rows that name a reference again are loaded after those before them: they mean the deal that these make or change. */
function oncePerReference(rows: readonly Good[]): [Good[], Good[]] {
  const seen = new Set<string>();
  const [first, again]: [Good[], Good[]] = [[], []];
  for (const one of rows) {
    const reference = one.read.reference?.toLowerCase();
    if (reference !== undefined && seen.has(reference)) again.push(one);
    else first.push(one);
    if (reference !== undefined) seen.add(reference);
  }
  return [first, again];
}

type Reading = {
  existing: ExistingDeals;
  /** The workspace's. */
  currency: string;
};

async function loadOnce(
  call: DealCall,
  rows: readonly Good[],
  reading: Reading,
  loaded: Loaded,
): Promise<void> {
  const reject = ({ row, cells }: ImportRow, reason: string) => loaded.rejected.push({ row, cells, reason });
  const { wishes, fresh } = await sort(call, rows, reading, loaded);
  const changed = await changeDeals(call, wishes);
  for (const { index, error } of changed.refused) reject(wishes[index]!, inWords(error));
  loaded.updated += wishes.length - changed.refused.length;
  const created = await createDeals(
    call,
    fresh.map(({ input }) => input),
  );
  for (const { index, problems } of created.refused)
    reject(fresh[index]!, problems.map((one) => one.message).join(' '));
  loaded.created += created.made.length;
}

/**
 * Whoever loads holds the stages before the deals, as everybody does: at once for changes, new deals, and rows that
 * name a reference again. Rows without a contact and a stage only change what stands on a deal.
 */
async function holdAllStages(call: DealCall, rows: readonly Good[], rules: DealRules): Promise<void> {
  const stages = rows
    .filter(({ read }) => read.phones.length > 0 || (read.stageId ?? read.pipelineId))
    .map(({ read }) => stageMeant(read, rules));
  await holdStages(call, [...new Set(stages.flatMap((stage) => ('path' in stage ? [] : stage.id)))]);
}

function inWords(error: AppError): string {
  return error.fields.map((field) => field.message).join(' ') || error.message;
}

async function sort(
  call: DealCall,
  rows: readonly Good[],
  { existing, currency: home }: Reading,
  loaded: Loaded,
): Promise<Sorted> {
  const contacts = await contactsByPhone(
    call,
    rows.flatMap(({ read }) => read.phones),
  );
  const references = await dealsByReference(
    call,
    rows.flatMap(({ read }) => read.reference ?? []),
  );
  const sorted: Sorted = { wishes: [], fresh: [] };
  for (const one of rows) {
    const { phones, amount: written, ...values } = one.read;
    const stranger = phones.find((phone) => !contacts.has(phone));
    const same = values.reference ? (references.get(values.reference) ?? []) : [];
    const reject = (reason: string) => loaded.rejected.push({ row: one.row, cells: one.cells, reason });
    const contactIds = phones.map((phone) => contacts.get(phone)!);
    const currency = values.currency ?? same[0]?.currency ?? home;
    const amount: ReturnType<typeof amountIn> | { amount?: never } = written
      ? amountIn(currency, written)
      : {};
    if (stranger) reject(`No contact has the number ${stranger}: import contacts first`);
    else if (same.length > 1) reject(`${same.length} deals have the reference ${values.reference}`);
    else if (same.length === 1 && existing === 'skip') loaded.skipped += 1;
    else if ('reason' in amount) reject(amount.reason);
    else if (same.length === 1) {
      const changes = { ...values, ...amount, ...(contactIds.length > 0 ? { contactIds } : {}) };
      sorted.wishes.push({ ...one, id: same[0]!.id, changes });
    } else if (contactIds.length === 0) reject('A deal needs a contact');
    else sorted.fresh.push({ ...one, input: { ...values, ...amount, contactIds } });
  }
  return sorted;
}
