// Where a card stands on the board: a number between those of its neighbours. Pure.

/** Between the cards above and below; undefined when no number is left between them and the stage is to be renumbered. */
export function placeBetween(above: number | undefined, below: number | undefined): number | undefined {
  if (above === undefined && below === undefined) return 0;
  const place =
    above === undefined ? below! - 1 : below === undefined ? above + 1 : above + (below - above) / 2;
  const fits = (above === undefined || place > above) && (below === undefined || place < below);
  return fits ? place : undefined;
}
