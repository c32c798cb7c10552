// Moves cards: says what was done, offers to take it back, asks for what the stage demands, says why it was refused.
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { type Board, placeNow } from './board-moves.ts';
import { useAskedMoves, valuesOf } from './use-asked-moves.ts';
import type { MoveRequest } from './use-board.ts';

export function useCardMoves(board: Board | undefined, move: (asked: MoveRequest) => Promise<unknown>) {
  const t = useTranslations('deals');
  const [said, setSaid] = useState('');
  const { attempt, asking, giveUp } = useAskedMoves(move);
  const shown = useRef(board);
  shown.current = board;
  const perform = useCallback(
    async (asked: MoveRequest, how: { announce?: boolean; isUndo?: boolean } = {}) => {
      const now = shown.current;
      const before = now && placeNow(now, asked.dealId);
      const deal = now?.stages.flatMap(({ deals }) => deals).find(({ id }) => id === asked.dealId);
      const stage = now?.stages.find((column) => column.stage.id === asked.stageId)?.stage;
      const title = deal?.title ?? '';
      const words = { title, stage: stage?.name ?? '' };
      const goesElsewhere = before?.stageId !== asked.stageId;
      const isUndo = how.isUndo ?? false;
      if (how.announce) setSaid(goesElsewhere ? t('moved', words) : t('placed', { title }));
      try {
        if ((await attempt(asked, { deal, stage, isUndo })) === 'asking') setSaid('');
        else if (goesElsewhere && before && !isUndo)
          toastDone(t('moved', words), () =>
            perform({ ...before, ...(deal ? { set: valuesOf(deal) } : {}) }, { isUndo: true }),
          );
      } catch (error) {
        toastFailed(error, t('notMoved', { title }));
        setSaid(t('notMoved', { title }));
      }
    },
    [t, attempt],
  );
  return { perform, said, asking, giveUp };
}
