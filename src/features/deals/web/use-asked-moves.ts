// Moves that may have to ask: for what the stage demands of the deal, and why it was lost.
import { useCallback, useRef, useState } from 'react';
import type { Deal, StageKind } from '#features/deals/deal-shapes.contract.ts';
import { type FieldFailure, toApiFailure } from '#web/api-failure.ts';
import type { MoveValues } from './use-board.ts';
import { useLostReasons } from './use-lost-reasons.ts';

/** A move that waits for an answer. */
export type Asking = {
  deal: Deal;
  stage: { name: string; kind: StageKind };
  /** What the stage demands and the deal has not. */
  fields: FieldFailure[];
  given: MoveValues;
  /** Why the answer was not taken. */
  error: unknown;
  isBusy: boolean;
};

type Where = { deal: Deal | undefined; stage: Asking['stage'] | undefined; isUndo: boolean };

/** What can be asked for on the way. */
const ASKED = ['amount', 'closeDate', 'reference', 'lostReasonId'];

/** `run` makes the move, with `set` when somebody has answered. */
export function useAskedMoves<M extends { set?: MoveValues }>(run: (move: M) => Promise<unknown>) {
  const hasReasons = useRef(false);
  hasReasons.current = useLostReasons().length > 0;
  const [asking, setAsking] = useState<(Asking & { move: M }) | null>(null);
  /** Tells whether it is done or asks first; throws what no answer can help. */
  const attempt = useCallback(
    async (move: M, { deal, stage, isUndo }: Where): Promise<'done' | 'asking'> => {
      const isAnswer = !isUndo && move.set !== undefined;
      const ask = (fields: FieldFailure[], error: unknown) => {
        if (!deal || !stage) throw error;
        setAsking((before) => ({
          move,
          deal,
          stage,
          // What was asked before stays in sight, answered.
          fields: [...(before?.fields ?? []).filter((one) => !isAmong(one, fields)), ...fields],
          given: move.set ?? {},
          error: isAnswer ? error : null,
          isBusy: false,
        }));
        return 'asking' as const;
      };
      const isLoss = stage?.kind === 'lost' && deal?.stage.kind !== 'lost';
      if (isLoss && deal && hasReasons.current && !isUndo && !isAnswer) return ask([], null);
      if (isAnswer) setAsking((before) => before && { ...before, isBusy: true, error: null });
      try {
        await run(move);
        if (isAnswer) setAsking(null);
        return 'done';
      } catch (error) {
        const { fields } = toApiFailure(error);
        const canBeAsked = fields.length > 0 && fields.every(({ path }) => ASKED.includes(path));
        if (isUndo || (!canBeAsked && !isAnswer)) throw error;
        return ask(canBeAsked ? fields : [], error);
      }
    },
    [run],
  );
  const giveUp = useCallback(() => setAsking(null), []);
  return { attempt, asking, giveUp };
}

function isAmong({ path }: FieldFailure, fields: readonly FieldFailure[]): boolean {
  return fields.some((field) => field.path === path);
}

/** What moving changes by itself: closing sets a day, leaving Lost forgets why. */
export function valuesOf({ closeDate, stage, lostReason, lostNote }: Deal): MoveValues {
  return { closeDate, ...(stage.kind === 'lost' ? { lostReasonId: lostReason?.id ?? null, lostNote } : {}) };
}
