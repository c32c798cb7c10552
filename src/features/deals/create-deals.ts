// Creates deals: one for a person, the API or an automation, or the many of an import.
import type { z } from 'zod';
import { badInput, type FieldError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { contactsAmong, membersAmong, reasonProblem, stageMeant } from './check-deals.ts';
import { insertEntries } from './deal-history.store.ts';
import { type DealRules, readRules } from './deal-rules.ts';
import type { Deal } from './deal-shapes.contract.ts';
import type { NewDeal } from './deals.contract.ts';
import { insertContacts, insertDeals } from './deals.store.ts';
import type { DealCall, DealContent, DealRow } from './deals.types.ts';
import { holdStages } from './pipelines.store.ts';
import { placesOnTop } from './place-cards.ts';
import { readDeals } from './read-deals.ts';
import { missing, settle } from './settle-deal.ts';
import { tellCreated } from './tell-deals.ts';

export type DealInput = z.output<typeof NewDeal>;

/**
 * Throws `pipeline_missing` while there is no pipeline, `bad_input` naming everything that is not there or that the
 * workspace or the stage demands.
 */
export async function createDeal(call: DealCall, input: DealInput): Promise<Deal> {
  const { made, refused } = await createDeals(call, [input]);
  if (refused[0]) throw badInput(refused[0].problems);
  return (await readDeals(call, made)).get(made[0]!)!;
}

export type Refused = { index: number; problems: FieldError[] };
type Checked = { row: DealRow; contactIds: string[] };

/**
 * Creates those that can be, the first at the top of its stage, and says of the others what is wrong. `lenient`: what
 * the workspace or a stage demands may be missing, because the deal is a copy.
 */
export async function createDeals(
  call: DealCall,
  inputs: readonly DealInput[],
  { lenient = false } = {},
): Promise<{ made: string[]; refused: Refused[] }> {
  const rules = await readRules(call);
  const members = await membersAmong(call, [
    ...new Set(inputs.flatMap(({ ownerId }) => ownerId ?? call.userId ?? [])),
  ]);
  const names = await contactsAmong(call, [...new Set(inputs.flatMap((input) => input.contactIds))]);
  const good: Checked[] = [];
  const refused: Refused[] = [];
  for (const [index, input] of inputs.entries()) {
    const checked = check(call, input, rules, { members, names, lenient });
    if ('problems' in checked) refused.push({ index, ...checked });
    else good.push(checked);
  }
  if (good.length > 0) await write(call, good, rules);
  return { made: good.map(({ row }) => row.id), refused };
}

function check(
  call: DealCall,
  input: DealInput,
  rules: DealRules,
  known: { members: ReadonlySet<string>; names: ReadonlyMap<string, string>; lenient: boolean },
): Checked | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const ownerId = input.ownerId ?? call.userId;
  if (ownerId === null) problems.push({ path: 'ownerId', message: 'Say whose deal it is.' });
  else if (!known.members.has(ownerId))
    problems.push({ path: 'ownerId', message: 'This person does not belong to the workspace.' });
  const contactIds = [...new Set(input.contactIds)];
  for (const [i, id] of contactIds.entries())
    if (!known.names.has(id))
      problems.push({ path: `contactIds.${i}`, message: 'There is no such contact.' });
  const stage = stageMeant(input, rules);
  if ('path' in stage) return { problems: [...problems, stage] };
  const wrong = reasonProblem(input.lostReasonId, null, stage, rules);
  if (wrong) problems.push(wrong);
  const wanted: DealContent = {
    title: input.title ?? titleOf(known.names.get(contactIds[0]!)),
    titleFrom: input.title === undefined ? contactIds[0]! : null,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    ownerId,
    amount: input.amount ?? null,
    currency: input.currency ?? null,
    closeDate: input.closeDate ?? null,
    reference: input.reference ?? null,
    lostReasonId: input.lostReasonId ?? null,
    lostNote: input.lostNote ?? null,
  };
  const where = {
    stage,
    requiredFields: rules.settings.requiredFields,
    currency: rules.settings.currency,
    today: rules.today,
    now: call.now,
  };
  const settled = settle(null, wanted, where);
  if (!known.lenient) problems.push(...missing(settled, where));
  if (problems.length > 0) return { problems };
  return { row: { ...settled, id: newId(), place: 0, createdAt: call.now, version: 1 }, contactIds };
}

/** A deal is called after somebody, whatever is known of them. */
export function titleOf(name: string | undefined): string {
  return (name ?? '').slice(0, 256).trim() || '—';
}

async function write(call: DealCall, good: readonly Checked[], { factors }: DealRules): Promise<void> {
  const stageIds = [...new Set(good.map(({ row }) => row.stageId))];
  const held = new Set(await holdStages(call, stageIds));
  if (stageIds.some((id) => !held.has(id)))
    throw badInput([{ path: 'stageId', message: 'This stage was deleted just now.' }]);
  const places = await placesOnTop(
    call,
    good.map(({ row }) => row.stageId),
  );
  for (const [at, { row }] of good.entries()) row.place = places[at]!;
  await insertDeals(
    call,
    good.map(({ row }) => row),
    factors,
  );
  await insertContacts(
    call,
    good.flatMap(({ row, contactIds }) =>
      contactIds.map((contactId, position) => ({ dealId: row.id, contactId, position })),
    ),
  );
  await insertEntries(
    call,
    good.map(({ row }) => ({
      dealId: row.id,
      kind: 'created',
      into: { pipelineId: row.pipelineId, stageId: row.stageId },
    })),
  );
  await tellCreated(
    call,
    good.map(({ row }) => row.id),
  );
}
