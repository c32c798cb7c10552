// What a number of messages costs by a rate card with tiers: pure. Money is in millionths of the currency's unit.

/** From so many charged messages of the month on, each costs `micros`. */
export type Tier = { from: number; micros: number };

export type RateRow = {
  /** Two letters, or `*` for all countries without a rate of their own. */
  country: string;
  category: string;
  /** First day on which it holds. */
  validFrom: string;
  currency: string;
  tierFrom: number;
  micros: number;
};

export type Price = { currency: string; tiers: Tier[] };

/** The price of a category in a country on a day; null when the card has none. Rows need no order. */
export function priceAt(
  rows: readonly RateRow[],
  wanted: { country: string | null; category: string; day: string },
): Price | null {
  for (const country of [wanted.country, '*']) {
    const valid = rows.filter(
      (row) => row.country === country && row.category === wanted.category && row.validFrom <= wanted.day,
    );
    const newest = valid.reduce((latest, row) => (row.validFrom > latest ? row.validFrom : latest), '');
    const own = valid.filter((row) => row.validFrom === newest).sort((a, b) => a.tierFrom - b.tierFrom);
    if (own[0])
      return {
        currency: own[0].currency,
        tiers: own.map(({ tierFrom, micros }) => ({ from: tierFrom, micros })),
      };
  }
  return null;
}

export type Slice = { count: number; micros: number };

/** The parts of `count` messages after `already` of the month, each at the price of its tier. */
export function slicesOf(tiers: readonly Tier[], count: number, already = 0): Slice[] {
  const end = already + count;
  return tiers.flatMap(({ from, micros }, i) => {
    const until = tiers[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const within = Math.min(end, until) - Math.max(already, i === 0 ? 0 : from);
    return within > 0 ? [{ count: within, micros }] : [];
  });
}

/** In micros. */
export function costOf(tiers: readonly Tier[], count: number, already = 0): number {
  return slicesOf(tiers, count, already).reduce((sum, slice) => sum + slice.count * slice.micros, 0);
}
