// Tells what happens to deals: the events, with the deal before and after, and the differences for its history.
import type { DealFacts } from '#events/deal-events.ts';
import { type NewEvent, publishAll } from '#events/publish.ts';
import type { CHANGED_FIELDS, Deal, DealChange } from './deal-shapes.contract.ts';
import type { DealCall } from './deals.types.ts';
import { readDeals } from './read-deals.ts';

export function factsOf(deal: Deal): DealFacts {
  const { title, reference, pipeline, stage, owner, amount, currency, closeDate, createdAt, closedAt } = deal;
  return {
    title,
    reference,
    pipeline,
    stage,
    owner: owner && { id: owner.userId, name: owner.name },
    amount,
    currency,
    closeDate,
    lostReason: deal.lostReason?.name ?? null,
    contactIds: deal.contacts.map((contact) => contact.id),
    createdAt,
    closedAt,
  };
}

export async function tellCreated(call: DealCall, ids: readonly string[]): Promise<void> {
  const deals = await readDeals(call, ids);
  await publishAll(
    call,
    [...deals.values()].map((deal) => ({
      name: 'deal.created' as const,
      subjectId: deal.id,
      payload: { deal: factsOf(deal), ...origin(call) },
    })),
  );
}

function origin({ fromFile }: DealCall): { fromFile?: true } {
  return fromFile ? { fromFile } : {};
}

export type Change = { before: Deal; after: Deal; changes: readonly DealChange[] };

/** `deal.updated` with what follows it; only `deal.arranged` when nothing but its place changed. */
export async function tellChanged(call: DealCall, changed: readonly Change[]): Promise<void> {
  await publishAll(
    call,
    changed.flatMap((change) => eventsOf(call, change)),
  );
}

function eventsOf(call: DealCall, { before, after, changes }: Change): NewEvent[] {
  const [deal, was] = [factsOf(after), factsOf(before)];
  const subjectId = after.id;
  const events: NewEvent[] = [];
  if (changes.length > 0)
    events.push({
      name: 'deal.updated',
      subjectId,
      payload: { deal, before: was, changes: [...changes], ...origin(call) },
    });
  if (before.stage.id !== after.stage.id) {
    const secondsInStage = (call.now.getTime() - Date.parse(before.stageSince)) / 1000;
    events.push({ name: 'deal.stage_changed', subjectId, payload: { deal, before: was, secondsInStage } });
  }
  const { added, removed } = contactsChanged(before, after);
  for (const contactId of added)
    events.push({
      name: 'deal.contact_added',
      subjectId,
      payload: { deal, before: was, contactId, ...origin(call) },
    });
  for (const contactId of removed)
    events.push({ name: 'deal.contact_removed', subjectId, payload: { deal, before: was, contactId } });
  return events.length > 0 ? events : [{ name: 'deal.arranged', subjectId, payload: {} }];
}

export function contactsChanged(before: Deal, after: Deal): { added: string[]; removed: string[] } {
  const [was, is] = [before, after].map((deal) => new Set(deal.contacts.map((contact) => contact.id)));
  return {
    added: [...is!].filter((id) => !was!.has(id)),
    removed: [...was!].filter((id) => !is!.has(id)),
  };
}

type Side = DealChange['from'];
const plain = (value: string | number | null): Side =>
  value === null ? null : { value: String(value), name: String(value) };
const named = (thing: { id: string; name: string } | null): Side =>
  thing && { value: thing.id, name: thing.name };

const SIDES: Record<(typeof CHANGED_FIELDS)[number], (deal: Deal) => Side> = {
  title: (deal) => plain(deal.title),
  pipeline: (deal) => named(deal.pipeline),
  stage: (deal) => named(deal.stage),
  owner: ({ owner }) => owner && { value: owner.userId, name: owner.name },
  amount: (deal) => plain(deal.amount),
  currency: (deal) => plain(deal.currency),
  closeDate: (deal) => plain(deal.closeDate),
  reference: (deal) => plain(deal.reference),
  lostReason: (deal) => named(deal.lostReason),
  lostNote: (deal) => plain(deal.lostNote),
};

/** What differs, field by field. */
export function differences(before: Deal, after: Deal): DealChange[] {
  return Object.entries(SIDES).flatMap(([field, side]): DealChange[] => {
    const [from, to] = [side(before), side(after)];
    return from?.value === to?.value ? [] : [{ field: field as DealChange['field'], from, to }];
  });
}
