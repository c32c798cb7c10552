// What follows from writing a deal: its state, its closing, its currency, and what is missing. Pure.
import type { FieldError } from '#kit/errors.ts';
import type { Requirable } from './deal-shapes.contract.ts';
import type { DealContent, DealRow, StageRow } from './deals.types.ts';

export type Settling = {
  stage: StageRow;
  /** What every deal must have. */
  requiredFields: readonly Requirable[];
  /** The workspace's. */
  currency: string;
  today: string;
  now: Date;
};

type Settled = DealContent & Pick<DealRow, 'state' | 'stageSince' | 'closedAt'>;

/**
 * `before` is the deal as it was, null for a new one; `wanted` is what it shall be. In Won or Lost it closes, today
 * unless a day was set; out of them it is open again. An amount without a currency is in the workspace's.
 */
export function settle(before: DealRow | null, wanted: DealContent, where: Settling): Settled {
  const { stage, now } = where;
  const moved = before?.stageId !== stage.id;
  const closes = stage.kind !== 'open' && (before?.state ?? 'open') !== stage.kind;
  const lost = stage.kind === 'lost';
  return {
    ...wanted,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    currency: wanted.amount === null ? wanted.currency : (wanted.currency ?? where.currency),
    closeDate: wanted.closeDate ?? (closes ? where.today : null),
    lostReasonId: lost ? wanted.lostReasonId : null,
    lostNote: lost ? wanted.lostNote : null,
    state: stage.kind,
    stageSince: moved ? now : before.stageSince,
    closedAt: stage.kind === 'open' ? null : closes ? now : before!.closedAt,
  };
}

const MISSING: Record<Requirable, string> = {
  amount: 'an amount',
  closeDate: 'a close date',
  reference: 'a reference',
  lostReason: 'a reason why it was lost',
};
const PATH = {
  amount: 'amount',
  closeDate: 'closeDate',
  reference: 'reference',
  lostReason: 'lostReasonId',
} as const;

/** What the workspace or the stage demands and `deal` does not have, each with its field. */
export function missing(deal: DealContent, { stage, requiredFields }: Settling): FieldError[] {
  const lacks = (field: Requirable) =>
    deal[PATH[field]] === null && (field !== 'lostReason' || stage.kind === 'lost');
  const ofStage = stage.requiredFields.filter(lacks);
  const ofAll = requiredFields.filter((field) => lacks(field) && !ofStage.includes(field));
  return [
    ...ofStage.map((field) => ({
      path: PATH[field],
      message: `A deal in the stage “${stage.name}” needs ${MISSING[field]}.`,
    })),
    ...ofAll.map((field) => ({ path: PATH[field], message: `A deal needs ${MISSING[field]}.` })),
  ];
}
