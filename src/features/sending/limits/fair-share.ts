// Shares the queue of one number between the campaigns that send from it: weighted, nobody starves, nothing idles.

export type Claimant = {
  id: string;
  /** Its part relative to the others; above 0. */
  weight: number;
  /** Messages that it wants to have sent: in the queue already and still waiting. */
  wanted: number;
};

/**
 * How many messages each may have in the queue, when `depth` are to be there in all. The queue is served in order, so
 * that equal depths get equal speed. Who wants less than its share leaves the rest to the others; everybody who wants
 * something may have one, also where `depth` is smaller than their number.
 */
export function shareOut(depth: number, claimants: readonly Claimant[]): Map<string, number> {
  const shares = new Map<string, number>();
  let left = depth;
  let open = claimants.filter((claimant) => claimant.wanted > 0);
  for (;;) {
    const weights = open.reduce((sum, claimant) => sum + claimant.weight, 0);
    const content = open.filter(({ wanted, weight }) => wanted <= (left * weight) / weights);
    if (content.length === 0) {
      for (const { id, weight } of open) shares.set(id, Math.max(1, Math.floor((left * weight) / weights)));
      return shares;
    }
    for (const { id, wanted } of content) {
      shares.set(id, wanted);
      left -= wanted;
    }
    open = open.filter((claimant) => !content.includes(claimant));
    if (open.length === 0) return shares;
  }
}
