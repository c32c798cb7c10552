// A price list, conversations and months worked out by somebody else must come out the same.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChargeCategory, type ChargeFacts, chargeOf, chargeRulesAt } from './charge-rules.ts';
import { priceMonth } from './operations/calculate-month.ts';
import { costOf, priceAt, type RateRow, slicesOf } from './price-volume.ts';
import type { RateCategory } from './rates.contract.ts';
import { readRateFile } from './read-rate-file.ts';

type Message = {
  id: string;
  direction: 'business_to_user' | 'user_to_business';
  category: ChargeCategory;
  sentAt: string;
  entryPoint?: string;
};
type Golden = {
  rateCard: {
    market: string;
    currency: string;
    effectiveFrom: string;
    rates: Record<string, number>;
    volumeTiers: Record<string, [number, number | null, number][]>;
  };
  conversations: {
    name: string;
    messages: Message[];
    expectedMicros: Record<string, number>;
    reasons?: Record<string, Record<string, string>>;
  }[];
  monthly: {
    ruleset: string;
    volume: Partial<Record<RateCategory, number>>;
    amount?: number;
    slices?: [number, number][];
    phoneNumbers?: number;
    chargedMessages?: number;
  }[];
};

const golden: Golden = JSON.parse(readFileSync('test/fixtures/whatsapp/pricing/br_brl_golden.json', 'utf8'));
const { rateCard } = golden;

/** The card as the file that a business would import. */
const csv = [
  'market,category,valid_from,currency,price,tier_from',
  ...Object.entries(rateCard.rates).flatMap(([category, rate]) =>
    (rateCard.volumeTiers[category] ?? [[0, null, rate] as const]).map(
      ([from, , price]) => `+55,${category},2025-07-01,${rateCard.currency},${price.toFixed(4)},${from}`,
    ),
  ),
].join('\n');
const { rows: rates, problems } = readRateFile(csv);

const WHY: Record<string, string> = {
  'free service': 'free_service',
  'free in window': 'free_in_window',
  billable: 'charged',
  'billable service': 'charged',
  'billable utility': 'charged',
  inbound: 'inbound',
};

const HOUR = 3_600_000;

/** What is known of a conversation's free times; times are milliseconds. */
type FreeTimes = { windowUntil: number; clickedAt: number | null; entryUntil: number };
const noFreeTimes: FreeTimes = { windowUntil: 0, clickedAt: null, entryUntil: 0 };

/** After a customer's message: the window begins anew; `fromAd` waits for our answer. */
function afterCustomerWrote(times: FreeTimes, at: number, fromAd: boolean): FreeTimes {
  return { ...times, windowUntil: at + 24 * HOUR, clickedAt: fromAd ? at : times.clickedAt };
}

/** After our message: an answer within 24 hours of the click opens 72 free hours. */
function afterBusinessWrote(times: FreeTimes, at: number): FreeTimes {
  if (times.clickedAt === null) return times;
  const inTime = at < times.clickedAt + 24 * HOUR;
  return { ...times, clickedAt: null, entryUntil: inTime ? at + 72 * HOUR : times.entryUntil };
}

/** Both end on the instant: at exactly 24 hours the window is closed. */
function isFree(times: FreeTimes, at: number): Pick<ChargeFacts, 'inWindow' | 'inFreeEntry'> {
  return { inWindow: at < times.windowUntil, inFreeEntry: at < times.entryUntil };
}

describe('the golden price list', () => {
  it('is read whole', () => {
    expect(problems).toEqual([]);
    expect(rates).toHaveLength(13);
    expect(rates.every((row) => row.country === rateCard.market)).toBe(true);
  });

  for (const { name, messages, expectedMicros, reasons } of golden.conversations)
    it.each(Object.entries(expectedMicros))(
      `prices the conversation ${name} under the rules of %s`,
      (day, micros) => {
        const rules = chargeRulesAt(day);
        let times = noFreeTimes;
        let cost = 0;
        for (const message of messages) {
          const at = Date.parse(message.sentAt);
          let why = 'inbound';
          if (message.direction === 'user_to_business')
            times = afterCustomerWrote(times, at, message.entryPoint === 'click_to_whatsapp_ad');
          else {
            times = afterBusinessWrote(times, at);
            why = chargeOf(rules, { category: message.category, ...isFree(times, at) });
            const category = message.category === 'service' ? 'utility' : message.category;
            const price = priceAt(rates, { country: 'BR', category, day: '2026-09-01' })!;
            if (why === 'charged') cost += costOf(price.tiers, 1);
          }
          const expected = reasons?.[day]?.[message.id];
          if (expected) expect([message.id, why]).toEqual([message.id, WHY[expected]]);
        }
        expect(cost).toBe(micros);
      },
    );

  it.each(golden.monthly)('prices the month %o', (month) => {
    const [category, count] = Object.entries(month.volume)[0] as [RateCategory, number];
    const wanted = { country: 'BR', day: month.ruleset, numbers: month.phoneNumbers ?? 1, category, count };
    const { charged, amount } = priceMonth(rates, wanted);
    if (month.amount !== undefined) expect(amount?.micros).toBe(Math.round(month.amount * 1_000_000));
    if (month.chargedMessages !== undefined) expect(charged).toBe(month.chargedMessages);
    if (month.slices)
      expect(
        slicesOf(priceAt(rates, wanted)!.tiers, count).map((s) => [s.count, s.micros / 1_000_000]),
      ).toEqual(month.slices);
  });
});

describe('free times', () => {
  const at = (hour: number) => hour * HOUR;

  it('close the window at exactly 24 hours; our messages do not restart it', () => {
    const times = afterBusinessWrote(afterCustomerWrote(noFreeTimes, at(0), false), at(5));
    expect(isFree(times, at(24) - 1).inWindow).toBe(true);
    expect(isFree(times, at(24)).inWindow).toBe(false);
  });

  it('run 72 hours from the answer to an ad, not when the answer came too late', () => {
    const clicked = afterCustomerWrote(noFreeTimes, at(0), true);
    const answered = afterBusinessWrote(clicked, at(3));
    expect(isFree(answered, at(75) - 1).inFreeEntry).toBe(true);
    expect(isFree(answered, at(75)).inFreeEntry).toBe(false);
    expect(isFree(afterBusinessWrote(clicked, at(24)), at(25)).inFreeEntry).toBe(false);
    const again = afterBusinessWrote(afterCustomerWrote(answered, at(100), true), at(101));
    expect(isFree(again, at(150))).toEqual({ inWindow: false, inFreeEntry: true });
  });
});

describe('prices', () => {
  const row = (country: string, validFrom: string, micros: number): RateRow => ({
    country,
    category: 'marketing',
    validFrom,
    currency: 'EUR',
    tierFrom: 0,
    micros,
  });
  const card = [row('IT', '2026-01-01', 50), row('IT', '2026-07-01', 60), row('*', '2026-01-01', 90)];
  const of = (country: string | null, day: string) =>
    priceAt(card, { country, category: 'marketing', day })?.tiers[0]?.micros;

  it('are those of the day, and the rest’s where a country has none', () => {
    expect(of('IT', '2026-06-30')).toBe(50);
    expect(of('IT', '2026-07-01')).toBe(60);
    expect(of('FR', '2026-07-01')).toBe(90);
    expect(of(null, '2026-07-01')).toBe(90);
    expect(of('IT', '2025-12-31')).toBeUndefined();
  });

  it('go on in the tier that the month has reached', () => {
    const tiers = [
      { from: 0, micros: 10 },
      { from: 100, micros: 8 },
    ];
    expect(slicesOf(tiers, 50, 80)).toEqual([
      { count: 20, micros: 10 },
      { count: 30, micros: 8 },
    ]);
    expect(costOf(tiers, 10, 500)).toBe(80);
    expect(costOf(tiers, 0)).toBe(0);
  });
});
