// What a new deal must have, by the workspace and by the stage that it begins in, and what of it is not there yet. Pure.
import type { Requirable } from '#features/deals/deal-shapes.contract.ts';
import type { Stage } from '#features/deals/pipelines.contract.ts';

/** Who demands it: the stage, or the workspace of all its deals. */
export type Demands = ReadonlyMap<Requirable, 'stage' | 'all'>;

type Where = Pick<Stage, 'kind' | 'requiredFields'>;

/** The server sets the day of a deal that begins in Won or Lost; only in Lost there is a reason. */
export function demandsOf(ofAll: readonly Requirable[], stage: Where | undefined): Demands {
  const isMeant = (field: Requirable) =>
    field === 'closeDate'
      ? stage?.kind === 'open' || stage === undefined
      : field !== 'lostReason' || stage?.kind === 'lost';
  return new Map([
    ...ofAll.filter(isMeant).map((field) => [field, 'all'] as const),
    ...(stage?.requiredFields ?? []).filter(isMeant).map((field) => [field, 'stage'] as const),
  ]);
}

/** What stands in the form; null or empty: nothing. */
export type Given = {
  contacts: readonly unknown[];
  title: string;
  /** Undefined: what was typed is no amount, which the field says itself. */
  amount: number | null | undefined;
  closeDate: string;
  reference: string;
  lostReasonId: string | null;
};

export type Lacking = { [field in 'contacts' | 'title']?: true } & {
  [field in Requirable]?: 'stage' | 'all';
};

export function lackingOf(given: Given, demands: Demands): Lacking {
  const isEmpty: Record<Requirable, boolean> = {
    amount: given.amount === null,
    closeDate: given.closeDate === '',
    reference: given.reference.trim() === '',
    lostReason: given.lostReasonId === null,
  };
  return {
    ...(given.contacts.length === 0 ? { contacts: true as const } : {}),
    ...(given.title.trim() === '' && given.contacts.length > 0 ? { title: true as const } : {}),
    ...Object.fromEntries([...demands].filter(([field]) => isEmpty[field])),
  };
}
