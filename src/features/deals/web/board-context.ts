// What the cards and columns of a board share.
import { createContext, type RefObject, useContext } from 'react';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import type { Stage } from '#features/deals/pipelines.contract.ts';
import type { CardWords } from './card-words.ts';

/** `until`: by when, in milliseconds of the page; afterwards the person may be somewhere else. */
export type WantedFocus = { dealId: string; stageId: string; index: number; until: number };

export type BoardTools = {
  mayWrite: boolean;
  words: CardWords;
  stages: readonly Stage[];
  /** The card that gets the keyboard as soon as it is drawn there. */
  wanted: RefObject<WantedFocus | null>;
  /** By stage: brings the card at a place into sight. */
  scrollers: RefObject<Map<string, (index: number) => void>>;
  loadMore: (stageId: string) => Promise<void>;
  /** Puts a card before the `index`-th of the others of a stage. */
  drop: (dealId: string, stageId: string, index: number) => void;
  /** Asks what is to be done next for a deal. */
  plan: (deal: Deal) => void;
};

export const BoardContext = createContext<BoardTools | null>(null);

export function useBoardTools(): BoardTools {
  const tools = useContext(BoardContext);
  if (!tools) throw new Error('A card stands on a board.');
  return tools;
}
