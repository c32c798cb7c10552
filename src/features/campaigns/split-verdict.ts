// Says which variant leads, and how sure that is: a two-sided test of two proportions, strict for several variants. Pure.
import type { Measure, SplitReport, VariantFigures } from './campaign-split.contract.ts';

/** Below so many deliveries of a variant nothing is said. */
const LEAST_DELIVERED = 30;

export type MeasuredVariant = { position: number; figures: VariantFigures };
export type Verdict = SplitReport['verdict'];

/** The part of those delivered who did what is measured; null while nothing was delivered. */
export function rateOf(measure: Measure, figures: VariantFigures): number | null {
  return figures.delivered === 0 ? null : hits(measure, figures) / figures.delivered;
}

/** The best rate leads; of equal ones the first. `variants` are not empty. */
export function verdictOf(measure: Measure, variants: readonly MeasuredVariant[]): Verdict {
  const ranked = [...variants].sort(
    (a, b) =>
      (rateOf(measure, b.figures) ?? -1) - (rateOf(measure, a.figures) ?? -1) || a.position - b.position,
  );
  const [first, second] = ranked as [MeasuredVariant, MeasuredVariant | undefined];
  const leader = first.position;
  const name = letterOf(leader);
  if (!second || ranked.some(({ figures }) => figures.delivered < LEAST_DELIVERED))
    return {
      leader,
      certainty: 'too_few',
      text: `Too few messages were delivered to compare: each variant needs at least ${LEAST_DELIVERED}.`,
    };
  const comparisons = (ranked.length * (ranked.length - 1)) / 2;
  const p = Math.min(1, comparisons * pValue(measure, first.figures, second.figures));
  if (p < 0.05)
    return {
      leader,
      certainty: 'clear',
      text: `${name} is clearly better: a difference like this is hardly chance.`,
    };
  if (p < 0.2)
    return {
      leader,
      certainty: 'likely',
      text: `${name} is probably better, but the difference may still be chance.`,
    };
  return { leader, certainty: 'chance', text: `${name} leads, but by so little that it may well be chance.` };
}

/** A, B, C… as people call the variants. */
export function letterOf(position: number): string {
  return String.fromCharCode(64 + position);
}

function hits(measure: Measure, figures: VariantFigures): number {
  switch (measure) {
    case 'replied':
      return figures.replied;
    case 'clicked':
      return figures.clicked;
    case 'link_clicked':
      return figures.linkClicked;
    default:
      return figures.read;
  }
}

/** Chance of a difference at least as large if both were equally good. */
function pValue(measure: Measure, a: VariantFigures, b: VariantFigures): number {
  const [hitsA, hitsB] = [Math.min(hits(measure, a), a.delivered), Math.min(hits(measure, b), b.delivered)];
  const pooled = (hitsA + hitsB) / (a.delivered + b.delivered);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.delivered + 1 / b.delivered));
  if (deviation === 0) return 1;
  const z = Math.abs(hitsA / a.delivered - hitsB / b.delivered) / deviation;
  return 2 * (1 - normal(z));
}

/** The normal distribution up to `z` ≥ 0, to seven places (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduce(
    (sum, factor, at) => sum + factor * t ** (at + 1),
    0,
  );
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
