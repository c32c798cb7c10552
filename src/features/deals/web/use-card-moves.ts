// Moves cards: says what was done, offers to take it back, asks for what the stage demands, says why it was refused.
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { type FieldFailure, toApiFailure } from '#web/api-failure.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { type Board, placeNow } from './board-moves.ts';
import type { MoveRequest } from './use-board.ts';

/** A move that waits for what the stage demands of the deal. */
export type Asking = { move: MoveRequest; deal: Deal; stage: string; fields: FieldFailure[] };

/** What can be asked for on the way. */
const ASKED = ['amount', 'closeDate', 'reference', 'lostReasonId'];

export function useCardMoves(board: Board | undefined, move: (asked: MoveRequest) => Promise<unknown>) {
  const t = useTranslations('deals');
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const shown = useRef(board);
  shown.current = board;
  const perform = useCallback(
    async (asked: MoveRequest, how: { announce?: boolean; isUndo?: boolean } = {}) => {
      const now = shown.current;
      const before = now && placeNow(now, asked.dealId);
      const deal = now?.stages.flatMap(({ deals }) => deals).find(({ id }) => id === asked.dealId);
      const target = now?.stages.find(({ stage }) => stage.id === asked.stageId)?.stage.name ?? '';
      const title = deal?.title ?? '';
      const goesElsewhere = before?.stageId !== asked.stageId;
      setAsking(null);
      if (how.announce)
        setSaid(goesElsewhere ? t('moved', { title, stage: target }) : t('placed', { title }));
      try {
        await move(asked);
        if (goesElsewhere && before && !how.isUndo)
          toastDone(t('moved', { title, stage: target }), () =>
            perform({ ...before, ...(deal ? { set: valuesOf(deal) } : {}) }, { isUndo: true }),
          );
      } catch (error) {
        const { fields } = toApiFailure(error);
        const canBeAsked = fields.length > 0 && fields.every(({ path }) => ASKED.includes(path));
        if (canBeAsked && deal) setAsking({ move: asked, deal, stage: target, fields });
        else toastFailed(error, t('notMoved', { title }));
        setSaid(t('notMoved', { title }));
      }
    },
    [t, move],
  );
  return { perform, said, asking, giveUp: () => setAsking(null) };
}

/** What moving changes by itself: closing sets a day, leaving Lost forgets why. */
function valuesOf({ closeDate, stage, lostReason, lostNote }: Deal): NonNullable<MoveRequest['set']> {
  return { closeDate, ...(stage.kind === 'lost' ? { lostReasonId: lostReason?.id ?? null, lostNote } : {}) };
}
