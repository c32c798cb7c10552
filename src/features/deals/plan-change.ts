// What a deal becomes by a change, or why it may not. Pure.
import type { z } from 'zod';
import type { FieldError } from '#kit/errors.ts';
import { reasonProblem } from './check-deals.ts';
import type { DealRules } from './deal-rules.ts';
import type { DealChanges } from './deals.contract.ts';
import type { DealContent, DealRow, StageRow } from './deals.types.ts';
import { missing, settle } from './settle-deal.ts';

/** What is left out stays, null clears. */
export type Changes = z.output<typeof DealChanges>;

export type Planned = {
  row: DealRow;
  stage: StageRow;
  after: ReturnType<typeof settle>;
  moved: boolean;
  /** Its contacts from now on, when they become others. */
  contactIds: string[] | undefined;
};

export type Surroundings = {
  rules: DealRules;
  now: Date;
  /** Where it goes, when the change says so. */
  target: StageRow | undefined;
  /** Its contacts, in their order. */
  contactIds: readonly string[];
  /** Whether a contact is there that is not on the deal yet. */
  isContact: (id: string) => boolean;
  isMember: (id: string) => boolean;
};

/** What a stage or the workspace demands may go on missing, unless the deal moves or is about to lose it. */
export function planChange(
  row: DealRow,
  changes: Changes,
  around: Surroundings,
): Planned | { problems: FieldError[] } {
  const { rules, target } = around;
  const stays = !target || (!changes.stageId && target.pipelineId === row.pipelineId);
  const stage = stays ? rules.stages.find((one) => one.id === row.stageId)! : target;
  const moved = row.stageId !== stage.id;
  const where = {
    stage,
    requiredFields: rules.settings.requiredFields,
    currency: rules.settings.currency,
    today: rules.today,
    now: around.now,
  };
  const after = settle(row, wanted(row, changes, stage), where);
  const wrong = reasonProblem(changes.lostReasonId, row.lostReasonId, stage, rules);
  const lacking = missing(after, where).filter(
    ({ path }) => moved || row[path as keyof DealContent] !== null,
  );
  const problems = [...notThere(row, changes, around), ...(wrong ? [wrong] : []), ...lacking];
  if (problems.length > 0) return { problems };
  const contactIds = changes.contactIds && [...new Set(changes.contactIds)];
  const others = contactIds && String(contactIds) !== String(around.contactIds);
  return { row, stage, after, moved, contactIds: others ? contactIds : undefined };
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

function notThere(row: DealRow, changes: Changes, around: Surroundings): FieldError[] {
  const problems: FieldError[] = [];
  const { ownerId, contactIds = [] } = changes;
  if (ownerId && ownerId !== row.ownerId && !around.isMember(ownerId))
    problems.push({ path: 'ownerId', message: 'This person does not belong to the workspace.' });
  for (const [i, id] of contactIds.entries())
    if (!around.contactIds.includes(id) && !around.isContact(id))
      problems.push({ path: `contactIds.${i}`, message: 'There is no such contact.' });
  return problems;
}

/** Whether nothing of it becomes other than it is. */
export function isSame({ row, after, contactIds }: Planned, place: number): boolean {
  if (contactIds || place !== row.place) return false;
  return (Object.keys(after) as (keyof DealContent)[]).every((key) => row[key] === after[key]);
}
