// How many columns, and how many cards of each, a window shows at once.

/** Pixels of a card whose title is short, which most are. */
export const CARD = 108;
/** Pixels that stand above the cards on a desk. */
const ABOVE = 200;
/** Cards below those in sight: one can scroll on while more are asked for. */
const BELOW = 6;

/** Pixels of a column's cards, before it is there to be measured. */
export function heightInSight(): number {
  return Math.max(window.innerHeight - ABOVE, CARD);
}

/** Cards of each stage that are asked for at first. */
export function cardsAtFirst(): number {
  return Math.min(Math.ceil(heightInSight() / CARD) + BELOW, MOST);
}

/** The server gives so many at once. */
const MOST = 100;

/** Pixels of a column with the gap beside it. */
const COLUMN = 300;

/** Whether the board shows its `index`-th column before one scrolls sideways. */
export function isColumnInSight(index: number): boolean {
  return index * COLUMN < window.innerWidth;
}
