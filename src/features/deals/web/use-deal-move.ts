// Moves one deal to another stage or pipeline: says so, offers to take it back, asks for what the stage demands.
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { client } from '#web/api.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { type Asking, useAskedMoves, valuesOf } from './use-asked-moves.ts';
import type { MoveValues } from './use-board.ts';
import { useDealUpdated } from './use-deal-change.ts';

type Move = { pipelineId: string; stageId: string; set?: MoveValues };
type Stage = Asking['stage'] & { id: string };

export function useDealMove(deal: Deal) {
  const t = useTranslations('deals');
  const updated = useDealUpdated(deal.id);
  const { id } = deal;
  const run = useCallback(
    async ({ set, ...where }: Move) => updated(await client.deals.update({ key: id, ...where, ...set })),
    [id, updated],
  );
  const { attempt, asking, giveUp } = useAskedMoves(run);
  const [isBusy, setBusy] = useState(false);
  const perform = async (move: Move, stage: Asking['stage'], isUndo = false) => {
    const { title, pipeline } = deal;
    const back = { pipelineId: pipeline.id, stageId: deal.stage.id, set: valuesOf(deal) };
    setBusy(true);
    try {
      const outcome = await attempt(move, { deal, stage, isUndo });
      if (outcome === 'done' && !isUndo)
        toastDone(t('moved', { title, stage: stage.name }), () => perform(back, deal.stage, true));
    } catch (error) {
      toastFailed(error, t('notMoved', { title }));
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    asking,
    giveUp,
    move: (pipelineId: string, stage: Stage) => void perform({ pipelineId, stageId: stage.id }, stage),
    answer: (set: MoveValues) => asking && void perform({ ...asking.move, set }, asking.stage),
  };
}
