// What a test of variants costs at most: each share at the rate of its template, the rest at the dearest of them.
import type { Call } from '#operations/call.ts';
import { addAmount } from './cost-of-campaigns.ts';
import { estimateCost } from './estimate-cost.ts';
import type { CostEstimate } from './rates.contract.ts';

type People = ReadonlyMap<string | null, number>;
export type VariantShare = {
  category: string;
  /** Per cent of the audience; what is left of 100 goes to one of the variants, nobody knows beforehand to which. */
  share: number;
};

/** `people` by country; the answer as that of `estimateCost`. */
export async function estimateVariants(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  wanted: { variants: readonly VariantShare[]; day: string; people: () => Promise<People> },
): Promise<CostEstimate | null> {
  const { variants, day } = wanted;
  const categories = [...new Set(variants.map(({ category }) => category))];
  if (categories.length === 1)
    return estimateCost(call, { category: categories[0]!, day, people: wanted.people });
  const people = await wanted.people();
  const rest = 100 - variants.reduce((sum, { share }) => sum + share, 0);
  let dearest: CostEstimate | null = null;
  for (const winner of rest > 0 ? categories : categories.slice(0, 1)) {
    let whole: CostEstimate | null = null;
    let before = 0;
    for (const category of categories) {
      const own = variants.filter((variant) => variant.category === category);
      const share = own.reduce((sum, each) => sum + each.share, category === winner ? rest : 0);
      const part = partOf(people, before, before + share);
      before += share;
      const cost = await estimateCost(call, { category, day, people: async () => part });
      whole = cost && whole ? together(whole, cost) : (cost ?? whole);
    }
    if (whole && (!dearest || priceOf(whole) > priceOf(dearest))) dearest = whole;
  }
  return dearest;
}

/** Those between two percentages; parts that meet leave nobody out and count nobody twice. */
function partOf(people: People, from: number, to: number): People {
  const upTo = (count: number, share: number) => Math.round((count * share) / 100);
  return new Map([...people].map(([country, count]) => [country, upTo(count, to) - upTo(count, from)]));
}

function together(one: CostEstimate, other: CostEstimate): CostEstimate {
  const amounts = one.amounts.map((amount) => ({ ...amount }));
  for (const amount of other.amounts) addAmount(amounts, amount);
  const countries = new Map(one.countries.map((each) => [each.country, { ...each }]));
  for (const each of other.countries) {
    const known = countries.get(each.country);
    if (!known) countries.set(each.country, each);
    else {
      known.people += each.people;
      known.amount = sumOf(known.amount, each.amount);
    }
  }
  return {
    amounts,
    unpriced: one.unpriced + other.unpriced,
    countries: [...countries.values()].sort((a, b) => b.people - a.people).slice(0, 10),
  };
}

type CountryAmount = CostEstimate['countries'][number]['amount'];

/** A country whose rates are in two currencies has no one amount. */
function sumOf(one: CountryAmount, other: CountryAmount): CountryAmount {
  if (!one || !other || one.currency !== other.currency) return null;
  return { currency: one.currency, micros: one.micros + other.micros };
}

const priceOf = ({ amounts }: CostEstimate) => amounts.reduce((sum, { micros }) => sum + micros, 0);
