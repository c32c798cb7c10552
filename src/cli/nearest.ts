// Finds what somebody probably meant to type.

/** The one of `known` that is fewest slips away from `typed`; undefined when none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const one of known) {
    const slips = one.startsWith(typed) && typed.length > 2 ? 1 : slipsBetween(typed, one);
    if (slips < fewest) [best, fewest] = [one, slips];
  }
  return best;
}

/** Says it as a question to be put behind a message; empty when nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>, written = (one: string) => one): string {
  const one = nearest(typed, known);
  return one === undefined ? '' : ` Did you mean ${written(one)}?`;
}

/** Letters to add, take away, change or swap with their neighbour (Damerau’s distance of adjacent swaps). */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
