// The columns of a pipeline with their cards, moved by pointer, touch or keys and saved at once.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import type { Pipeline } from '#features/deals/pipelines.contract.ts';
import { useKeys } from '#web/keys/keys.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PlanActivity } from './activities/PlanActivity.tsx';
import styles from './Board.module.css';
import { BoardColumn } from './BoardColumn.tsx';
import { BoardContext, type BoardTools, type WantedFocus } from './board-context.ts';
import { type Board as BoardState, type Move, moveTo, placeNow } from './board-moves.ts';
import { useCardWords } from './card-words.ts';
import { isColumnInSight } from './cards-in-sight.ts';
import { SkeletonBoard } from './DealsFrame.tsx';
import type { BoardFilterValues } from './deal-query.ts';
import { MissingFieldsDialog } from './MissingFieldsDialog.tsx';
import { useBoard } from './use-board.ts';
import { useCardLinks } from './use-card-links.ts';
import { useCardMoves } from './use-card-moves.ts';

type Props = {
  pipeline: Pipeline;
  filter: BoardFilterValues;
  onClearFilters: (() => void) | undefined;
};

export function Board({ pipeline, filter, onClearFilters }: Props) {
  const { board, query, move, loadMore } = useBoard(pipeline.id, filter);
  const mayWrite = usePermission('deals:write');
  const moves = useCardMoves(board, move);
  const open = useCardLinks();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef(board);
  shown.current = board;
  const isThere = board !== undefined;
  useEffect(() => {
    const element = scroller.current;
    if (!isThere || !element) return;
    return combine(
      autoScrollForElements({ element }),
      monitorForElements({
        onDragStart: () => element.setAttribute('data-dragging', ''),
        onDrop: () => element.removeAttribute('data-dragging'),
      }),
    );
  }, [isThere]);

  const wanted = useRef<WantedFocus | null>(null);
  const [, draw] = useState(0);
  const scrollers = useRef(new Map<string, (index: number) => void>());
  const { perform } = moves;
  const [planning, setPlanning] = useState<Deal | null>(null);
  const words = useCardWords();
  const tools = useMemo<BoardTools>(
    () => ({
      mayWrite,
      words,
      stages: pipeline.stages,
      wanted,
      scrollers,
      loadMore,
      drop: (dealId, stageId, index) => {
        const now = shown.current;
        const asked = now && moveTo(now, dealId, stageId, index);
        if (asked) perform(asked);
      },
      plan: setPlanning,
    }),
    [mayWrite, words, pipeline.stages, loadMore, perform],
  );

  if (query.error && !board) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!board) return <SkeletonBoard />;
  const focus = ({ stageId, index }: Place, dealId: string) => {
    wanted.current = { dealId, stageId, index, until: performance.now() + FOCUS_MS };
    scrollers.current.get(stageId)?.(index);
    draw((times) => times + 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const link = event.target as HTMLElement;
    const dealId = link.matches('[data-card-link]')
      ? link.closest<HTMLElement>('[data-deal]')?.dataset.deal
      : undefined;
    const step = dealId && STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const found = event.shiftKey ? mayWrite && shifted(board, dealId, step) : beside(board, dealId, step);
    if (!found) return;
    if ('move' in found) {
      moves.perform(found.move, { announce: true });
      focus(found, dealId);
    } else focus(found, found.dealId);
  };
  return (
    <BoardContext value={tools}>
      <BoardKeys />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows and clicks work on the cards within */}
      <div
        className={styles.board}
        ref={scroller}
        onKeyDown={onKeyDown}
        onClick={open.onClick}
        onPointerOver={open.onPointerOver}
      >
        {board.stages.map((column, index) => (
          <BoardColumn
            key={column.stage.id}
            column={column}
            isInSight={isColumnInSight(index)}
            onClearFilters={onClearFilters}
          />
        ))}
      </div>
      <VisuallyHidden aria-live="assertive">{moves.said}</VisuallyHidden>
      {planning && <PlanActivity deal={planning} onClose={() => setPlanning(null)} />}
      {moves.asking && (
        <MissingFieldsDialog
          asking={moves.asking}
          onClose={moves.giveUp}
          onGiven={(set) => moves.perform({ ...moves.asking!.move, set })}
        />
      )}
    </BoardContext>
  );
}

/** A move is drawn well within this. */
const FOCUS_MS = 2_000;

type Step = { columns: -1 | 0 | 1; cards: -1 | 0 | 1 };
const STEPS: Record<string, Step> = {
  ArrowUp: { columns: 0, cards: -1 },
  ArrowDown: { columns: 0, cards: 1 },
  ArrowLeft: { columns: -1, cards: 0 },
  ArrowRight: { columns: 1, cards: 0 },
};

type Place = { stageId: string; index: number };

function whereIs(board: BoardState, dealId: string): { column: number; index: number } | undefined {
  for (const [column, { deals }] of board.stages.entries()) {
    const index = deals.findIndex(({ id }) => id === dealId);
    if (index >= 0) return { column, index };
  }
  return undefined;
}

/** The card that the arrow leads to; empty columns are passed over. */
function beside(
  board: BoardState,
  dealId: string,
  { columns, cards }: Step,
): (Place & { dealId: string }) | undefined {
  const at = whereIs(board, dealId);
  if (!at) return undefined;
  let column = at.column + columns;
  while (columns !== 0 && board.stages[column]?.deals.length === 0) column += columns;
  const found = board.stages[column];
  if (!found) return undefined;
  const index = columns === 0 ? at.index + cards : Math.min(at.index, found.deals.length - 1);
  const next = found.deals[index];
  return next && { stageId: found.stage.id, index, dealId: next.id };
}

/** Where Shift and the arrow put the card: one up or down, or to the top of the next stage. */
function shifted(
  board: BoardState,
  dealId: string,
  { columns, cards }: Step,
): (Place & { move: Move }) | undefined {
  const at = whereIs(board, dealId);
  const stageId = at && board.stages[at.column + columns]?.stage.id;
  if (!stageId || !placeNow(board, dealId)) return undefined;
  const index = columns === 0 ? at.index + cards : 0;
  if (index < 0) return undefined;
  const move = moveTo(board, dealId, stageId, index);
  return move && { stageId, index, move };
}

/** The keys of the board on the sheet of keys; the columns listen themselves. */
function BoardKeys() {
  const t = useTranslations('dealBoard.keys');
  const [bindings] = useState(() =>
    (
      [
        ['shift+arrowright', 'nextStage'],
        ['shift+arrowleft', 'stageBefore'],
        ['shift+arrowup', 'up'],
        ['shift+arrowdown', 'down'],
      ] as const
    ).map(([key, label]) => ({ key, label: t(label), run: () => {} })),
  );
  useKeys(t('title'), bindings);
  return null;
}
