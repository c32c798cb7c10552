// Changes a deal: what stands on it, its contacts, its stage, its place on the board.
import type { z } from 'zod';
import { badInput, conflict, type FieldError, notFound } from '#kit/errors.ts';
import { placeBetween } from './board-place.ts';
import { contactsAmong, membersAmong, reasonProblem, stageMeant } from './check-deals.ts';
import { insertEntries, type NewEntry } from './deal-history.store.ts';
import { readRules } from './deal-rules.ts';
import type { Deal } from './deal-shapes.contract.ts';
import type { DealChanges } from './deals.contract.ts';
import {
  firstPlaces,
  lockDeals,
  type Neighbours,
  neighboursOf,
  renumberStage,
  replaceContacts,
  updateDeals,
} from './deals.store.ts';
import type { DealCall, DealContent, DealRow, StageRow } from './deals.types.ts';
import { holdStages } from './pipelines.store.ts';
import { readDeals } from './read-deals.ts';
import { missing, settle } from './settle-deal.ts';
import { contactsChanged, differences, tellChanged } from './tell-deals.ts';

export type Changes = z.output<typeof DealChanges>;

export type How = {
  /** What the caller has seen last. */
  version?: number | undefined;
  /** Puts the card beside another, or at the top when it says of none; left out: it stays where it is in its stage. */
  beside?: { aboveId?: string | undefined; belowId?: string | undefined } | undefined;
};

/**
 * Changes the deal; what is left out stays, null clears. Who moves a card waits for those who move one in the same
 * stage, so that two people never make it stand in two orders. Throws `not_found`, `deal_changed`, `bad_input` naming
 * everything that is not there or that the stage demands.
 */
export async function changeDeal(call: DealCall, id: string, changes: Changes, how: How = {}): Promise<Deal> {
  const rules = await readRules(call);
  const goes = changes.stageId ?? changes.pipelineId;
  const target = goes ? stageMeant(changes, rules) : undefined;
  if (target && 'path' in target) throw badInput([target]);
  // Stages before deals: everybody locks in this order.
  if (target && (await holdStages(call, [target.id])).length === 0)
    throw badInput([{ path: 'stageId', message: 'This stage was deleted just now.' }]);
  const [row] = await lockDeals(call, [id]);
  if (!row) throw notFound('deal');
  if (how.version !== undefined && how.version !== row.version)
    throw conflict(
      'deal_changed',
      'Somebody changed this deal meanwhile. Look at it again, then change it.',
      {
        version: row.version,
      },
    );
  const stays = !target || (!changes.stageId && target.pipelineId === row.pipelineId);
  const stage = stays ? rules.stages.find((one) => one.id === row.stageId)! : target;
  const before = (await readDeals(call, [id])).get(id)!;
  const where = {
    stage,
    requiredFields: rules.settings.requiredFields,
    currency: rules.settings.currency,
    today: rules.today,
    now: call.now,
  };
  const after = settle(row, wanted(row, changes, stage), where);
  const moved = row.stageId !== stage.id;
  const wrong = reasonProblem(changes.lostReasonId, row.lostReasonId, stage, rules);
  const lacking = missing(after, where).filter(
    ({ path }) => moved || row[path as keyof DealContent] !== null,
  );
  const problems = [...(await notThere(call, row, changes, before)), ...(wrong ? [wrong] : []), ...lacking];
  if (problems.length > 0) throw badInput(problems);
  const contactIds = changes.contactIds && [...new Set(changes.contactIds)];
  const sameContacts =
    !contactIds || String(contactIds) === String(before.contacts.map((contact) => contact.id));
  const place = moved || how.beside ? await newPlace(call, row, stage, how.beside ?? {}) : row.place;
  if (same(row, after) && sameContacts && place === row.place) return before;
  await updateDeals(call, [{ ...row, ...after, place }], rules.factors);
  if (!sameContacts) await replaceContacts(call, id, contactIds);
  return tell(call, before, (await readDeals(call, [id])).get(id)!);
}

function wanted(row: DealRow, changes: Changes, stage: StageRow): DealContent {
  const { contactIds: _, pipelineId: __, stageId: ___, ...values } = changes;
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const retitled = changes.title !== undefined && changes.title !== row.title;
  return {
    title: row.title,
    titleFrom: retitled ? null : row.titleFrom,
    ownerId: row.ownerId,
    amount: row.amount,
    currency: row.currency,
    closeDate: row.closeDate,
    reference: row.reference,
    lostReasonId: row.lostReasonId,
    lostNote: row.lostNote,
    ...given,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
  };
}

function same(row: DealRow, after: DealContent): boolean {
  return (Object.keys(after) as (keyof DealContent)[]).every((key) => row[key] === after[key]);
}

async function notThere(call: DealCall, row: DealRow, changes: Changes, before: Deal): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const { ownerId, contactIds = [] } = changes;
  if (ownerId && ownerId !== row.ownerId && !(await membersAmong(call, [ownerId])).has(ownerId))
    problems.push({ path: 'ownerId', message: 'This person does not belong to the workspace.' });
  const known = new Set(before.contacts.map((contact) => contact.id));
  const seen = await contactsAmong(
    call,
    contactIds.filter((id) => !known.has(id)),
  );
  for (const [i, id] of contactIds.entries())
    if (!known.has(id) && !seen.has(id))
      problems.push({ path: `contactIds.${i}`, message: 'There is no such contact.' });
  return problems;
}

/** Beside the card named, else at the top; a card that has gone elsewhere meanwhile counts as not named. */
async function newPlace(
  call: DealCall,
  { id: movingId }: DealRow,
  { id: stageId }: StageRow,
  { aboveId, belowId }: NonNullable<How['beside']>,
): Promise<number> {
  const find = async (): Promise<Neighbours> => {
    for (const [besideId, side] of [[aboveId, 'below'] as const, [belowId, 'above'] as const]) {
      if (!besideId || besideId === movingId) continue;
      const found = await neighboursOf(call, stageId, { besideId, side, movingId });
      if (found) return found;
    }
    return { below: (await firstPlaces(call, [stageId])).get(stageId) };
  };
  const { above, below } = await find();
  const place = placeBetween(above, below);
  if (place !== undefined) return place;
  await renumberStage(call, stageId);
  const again = await find();
  return placeBetween(again.above, again.below) ?? 0;
}

async function tell(call: DealCall, before: Deal, after: Deal): Promise<Deal> {
  const changes = differences(before, after);
  const moved = before.stage.id !== after.stage.id;
  const { added, removed } = contactsChanged(before, after);
  const dealId = after.id;
  const entries: NewEntry[] = [
    ...added.map((contactId) => ({ dealId, kind: 'contact_added' as const, contactId })),
    ...removed.map((contactId) => ({ dealId, kind: 'contact_removed' as const, contactId })),
  ];
  if (changes.length > 0) {
    const into = { pipelineId: after.pipeline.id, stageId: after.stage.id };
    entries.unshift({ dealId, kind: moved ? 'moved' : 'changed', changes, ...(moved ? { into } : {}) });
  }
  await insertEntries(call, entries);
  await tellChanged(call, { before, after, changes });
  return after;
}
