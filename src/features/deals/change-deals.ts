// Changes deals: what stands on them, their contacts, their stages, a card's place on the board.
import { type AppError, badInput, conflict, notFound } from '#kit/errors.ts';
import { contactsAmong, membersAmong, stageMeant } from './check-deals.ts';
import { insertEntries, type NewEntry } from './deal-history.store.ts';
import { type DealRules, readRules } from './deal-rules.ts';
import type { Deal } from './deal-shapes.contract.ts';
import { lockDeals, replaceContacts, updateDeals } from './deals.store.ts';
import type { DealCall, DealRow, StageRow } from './deals.types.ts';
import { holdStages } from './pipelines.store.ts';
import { type Beside, placeBeside, placesOnTop } from './place-cards.ts';
import { type Changes, isSame, type Planned, planChange } from './plan-change.ts';
import { readDeals } from './read-deals.ts';
import { type Change, contactsChanged, differences, tellChanged } from './tell-deals.ts';

export type { Changes } from './plan-change.ts';

export type How = {
  /** What the caller has seen last. */
  version?: number | undefined;
  /** Puts the card beside another, or at the top when it says of none; left out: it stays where it is in its stage. */
  beside?: Beside | undefined;
};

/** What shall become of a deal. */
export type Wish = { id: string; changes: Changes; how?: How };
type Aimed = Wish & { index: number; target: StageRow | undefined };
export type Unchanged = { index: number; error: AppError };

/**
 * Changes the deal; what is left out stays, null clears. Who moves a card waits for those who move one in the same
 * stage, so that two people never make it stand in two orders. Throws `not_found`, `deal_changed`, `bad_input` naming
 * everything that is not there or that the stage demands.
 */
export async function changeDeal(call: DealCall, id: string, changes: Changes, how: How = {}): Promise<Deal> {
  const { deals, refused } = await changeDeals(call, [{ id, changes, how }]);
  if (refused[0]) throw refused[0].error;
  return deals.get(id)!;
}

/**
 * Changes those that can be, with few statements for all of them, and says of the others why not. No deal may be wished
 * for twice. Cards that come into a stage go to its top, the first above the next; one that is put beside another sees
 * the board as it was before.
 */
export async function changeDeals(
  call: DealCall,
  wishes: readonly Wish[],
): Promise<{ deals: Map<string, Deal>; refused: Unchanged[] }> {
  const rules = await readRules(call);
  const refused: Unchanged[] = [];
  const refuse = (index: number, error: AppError) => void refused.push({ index, error });
  const aimed = await aim(call, wishes, rules, refuse);
  const rows = await lockDeals(
    call,
    aimed.map(({ id }) => id),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const before = await readDeals(call, [...rowOf.keys()]);
  const isThere = await whoIsThere(call, aimed, rowOf, before);
  const planned: (Planned & Pick<Wish, 'how'>)[] = [];
  for (const { index, id, changes, how, target } of aimed) {
    const row = rowOf.get(id);
    if (!row) refuse(index, notFound('deal'));
    else if (how?.version !== undefined && how.version !== row.version)
      refuse(index, changedMeanwhile(row.version));
    else {
      const contactIds = before.get(id)!.contacts.map((contact) => contact.id);
      const plan = planChange(row, changes, { rules, now: call.now, target, contactIds, ...isThere });
      if ('problems' in plan) refuse(index, badInput(plan.problems));
      else planned.push({ ...plan, how });
    }
  }
  const places = await placesFor(call, planned);
  const others = planned.filter((plan) => !isSame(plan, places.get(plan.row.id) ?? plan.row.place));
  const after = await write(call, others, places, rules);
  await tell(
    call,
    [...after.values()].map((deal) => ({ before: before.get(deal.id)!, after: deal })),
  );
  return { deals: new Map([...before, ...after]), refused };
}

function changedMeanwhile(version: number): AppError {
  return conflict('deal_changed', 'Somebody changed this deal meanwhile. Look at it again, then change it.', {
    version,
  });
}

type Refuse = (index: number, error: AppError) => void;

/** Finds the stages meant and holds them: stages before deals, everybody locks in this order. */
async function aim(
  call: DealCall,
  wishes: readonly Wish[],
  rules: DealRules,
  refuse: Refuse,
): Promise<Aimed[]> {
  const aimed: Aimed[] = [];
  for (const [index, wish] of wishes.entries()) {
    const goes = wish.changes.stageId ?? wish.changes.pipelineId;
    const target = goes ? stageMeant(wish.changes, rules) : undefined;
    if (target && 'path' in target) refuse(index, badInput([target]));
    else aimed.push({ ...wish, index, target });
  }
  const stageIds = [...new Set(aimed.flatMap(({ target }) => target?.id ?? []))];
  const held = new Set(stageIds.length > 0 ? await holdStages(call, stageIds) : []);
  return aimed.filter(({ index, target }) => {
    if (!target || held.has(target.id)) return true;
    refuse(index, badInput([{ path: 'stageId', message: 'This stage was deleted just now.' }]));
    return false;
  });
}

/** The new owners and contacts that are there; contacts stay until the transaction ends. */
async function whoIsThere(
  call: DealCall,
  wishes: readonly Wish[],
  rows: ReadonlyMap<string, DealRow>,
  before: ReadonlyMap<string, Deal>,
) {
  const owners = wishes.flatMap(({ id, changes: { ownerId } }) =>
    ownerId && ownerId !== rows.get(id)?.ownerId ? [ownerId] : [],
  );
  const contacts = wishes.flatMap(({ id, changes: { contactIds = [] } }) => {
    const known = new Set(before.get(id)?.contacts.map((contact) => contact.id));
    return contactIds.filter((contactId) => !known.has(contactId));
  });
  const members = await membersAmong(call, [...new Set(owners)]);
  const names = await contactsAmong(call, [...new Set(contacts)]);
  return { isMember: (id: string) => members.has(id), isContact: (id: string) => names.has(id) };
}

/** Places of those cards that get another one, by the deal's id. */
async function placesFor(
  call: DealCall,
  planned: readonly (Planned & Pick<Wish, 'how'>)[],
): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  for (const { row, stage, how } of planned)
    if (how?.beside)
      places.set(row.id, await placeBeside(call, { dealId: row.id, stageId: stage.id }, how.beside));
  const arriving = planned.filter(({ moved, how }) => moved && !how?.beside);
  const tops = await placesOnTop(
    call,
    arriving.map(({ stage }) => stage.id),
  );
  for (const [at, { row }] of arriving.entries()) places.set(row.id, tops[at]!);
  return places;
}

async function write(
  call: DealCall,
  planned: readonly Planned[],
  places: ReadonlyMap<string, number>,
  { factors }: DealRules,
): Promise<Map<string, Deal>> {
  if (planned.length === 0) return new Map();
  const rows = planned.map(({ row, after }) => ({
    ...row,
    ...after,
    place: places.get(row.id) ?? row.place,
  }));
  await updateDeals(call, rows, factors);
  await replaceContacts(
    call,
    new Map(planned.flatMap(({ row, contactIds }) => (contactIds ? [[row.id, contactIds]] : []))),
  );
  return readDeals(
    call,
    rows.map(({ id }) => id),
  );
}

async function tell(call: DealCall, pairs: readonly Pick<Change, 'before' | 'after'>[]): Promise<void> {
  const changed = pairs.map((pair) => ({ ...pair, changes: differences(pair.before, pair.after) }));
  await insertEntries(call, changed.flatMap(entriesOf));
  await tellChanged(call, changed);
}

function entriesOf({ before, after, changes }: Change): NewEntry[] {
  const dealId = after.id;
  const moved = before.stage.id !== after.stage.id;
  const { added, removed } = contactsChanged(before, after);
  const into = { pipelineId: after.pipeline.id, stageId: after.stage.id };
  return [
    ...(changes.length > 0
      ? [
          {
            dealId,
            kind: moved ? ('moved' as const) : ('changed' as const),
            changes,
            ...(moved ? { into } : {}),
          },
        ]
      : []),
    ...added.map((contactId) => ({ dealId, kind: 'contact_added' as const, contactId })),
    ...removed.map((contactId) => ({ dealId, kind: 'contact_removed' as const, contactId })),
  ];
}
