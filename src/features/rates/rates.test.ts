// Rates through the typed client: importing a card, its faults in words, estimates, and what was charged.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageMove } from '#features/sending/sending.ts';
import { newId } from '#kit/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { costOfCampaigns, countCharges, estimateCost, estimateVariants, type VariantShare } from './rates.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;

const CARD = `market,category,valid_from,currency,price,tier_from
IT,marketing,2026-01-01,EUR,0.0572,
IT,utility,2026-01-01,EUR,0.0248,0
IT,utility,2026-01-01,EUR,0.0200,3
+1,marketing,2026-01-01,USD,0.025,
*,marketing,2026-01-01,USD,0.06,
`;

beforeAll(async () => {
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
  owner = await workspace.client();
  expect(await owner.rates.import({ csv: CARD })).toMatchObject({ problems: [] });
});
afterAll(() => database?.drop());

describe('a rate card', () => {
  it('is listed, a calling code as its countries', async () => {
    const { items } = await owner.rates.list({ limit: 200 });
    expect(items[0]).toMatchObject({ country: '*', micros: 60_000, currency: 'USD' });
    const { items: first, nextCursor } = await owner.rates.list({ limit: 5 });
    const { items: rest } = await owner.rates.list({ limit: 200, cursor: nextCursor! });
    expect([...first, ...rest]).toEqual(items);
    expect(items.filter((rate) => rate.country === 'CA')).toHaveLength(1);
  });

  it('replaces the same day and keeps other days', async () => {
    const csv =
      'market;category;valid_from;currency;price\nFR;Marketing;2026-01-01;eur;0,0700\nFR;marketing;2026-07-01;EUR;0,08\n';
    expect(await owner.rates.import({ csv })).toEqual({ saved: 2, problems: [] });
    await owner.rates.import({ csv: csv.replace('0,0700', '0,0650') });
    const { items } = await owner.rates.list({ limit: 200 });
    expect(items.filter((rate) => rate.country === 'FR').map((rate) => rate.micros)).toEqual([
      65_000, 80_000,
    ]);
  });

  it('is refused whole, with every fault by line', async () => {
    const csv = `market,category,valid_from,currency,price,tier_from
Mars,marketing,2026-01-01,EUR,0.05,
DE,promo,2026-01-01,EUR,0.05,
DE,marketing,2026-02-30,EUR,0.05,
DE,marketing,2026-01-01,Euro,0.05,
DE,marketing,2026-01-01,EUR,five,
DE,marketing,2026-01-01,EUR,0.05,100
AT,marketing,2026-01-01,EUR,0.05,
AT,marketing,2026-01-01,USD,0.05,0
`;
    const { saved, problems } = await owner.rates.import({ csv });
    expect(saved).toBe(0);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3, 4, 5, 6, 7, 9]);
    expect(problems[0]!.message).toContain('BR');
    expect((await owner.rates.list({ limit: 200 })).items.some((rate) => rate.country === 'DE')).toBe(false);
    const headless = await owner.rates.import({ csv: 'IT,marketing,0.05\n' });
    expect(headless.problems[0]!.message).toContain('valid_from');
  });

  it('calculates a month', async () => {
    const { lines } = await owner.rates.calculate({
      country: 'IT',
      day: '2026-11-01',
      numbers: 2,
      volumes: { marketing: 1000, utility: 5, service: 2010, authentication: 7 },
    });
    expect(lines).toEqual([
      { category: 'marketing', charged: 1000, amount: { currency: 'EUR', micros: 57_200_000 } },
      { category: 'utility', charged: 5, amount: { currency: 'EUR', micros: 3 * 24_800 + 2 * 20_000 } },
      { category: 'authentication', charged: 7, amount: null },
      { category: 'service', charged: 10, amount: { currency: 'EUR', micros: 248_000 } },
    ]);
  });
});

describe('costs', () => {
  const moved = (campaignId: string | null, count: number, more: Partial<MessageMove> = {}): MessageMove[] =>
    Array.from({ length: count }, () => ({
      messageId: newId(),
      conversationId: newId(),
      contactId: newId(),
      campaignId,
      from: 'sent',
      to: 'delivered',
      failure: null,
      price: {
        pricing: { billable: true, category: 'utility', type: 'regular' },
        recipient: { waId: '393331234567' },
      },
      ...more,
    }));

  it('are counted once per message, in the tier that the month has reached', async () => {
    const campaignId = newId();
    await workspace.run(async (call) => {
      const yesterday = { ...call, now: new Date('2026-11-20T10:00:00Z') };
      const today = { ...call, now: new Date('2026-11-21T10:00:00Z') };
      await countCharges(yesterday, moved(null, 2));
      await countCharges(today, [
        ...moved(campaignId, 2),
        ...moved(campaignId, 1, { to: 'read' }),
        // Neither a second status nor a failure counts.
        ...moved(campaignId, 5, { from: 'delivered', to: 'read' }),
        ...moved(campaignId, 5, { to: 'failed' }),
        ...moved(campaignId, 4, {
          price: { pricing: { billable: false, category: 'utility' }, recipient: {} },
        }),
        ...moved(campaignId, 1, { price: { pricing: null, recipient: { userId: 'FR.1' } } }),
        ...moved(campaignId, 1, {
          price: {
            pricing: { billable: true, category: 'authentication' },
            recipient: { waId: '491700000' },
          },
        }),
      ]);
      await countCharges(today, moved(campaignId, 1));
    });
    const costs = await workspace.run((call) =>
      costOfCampaigns(call, [{ id: campaignId, fallback: 'marketing' }]),
    );
    // Two of the month came before: one more at the first tier, three at the second.
    expect(costs.get(campaignId)).toEqual({
      amounts: [{ currency: 'EUR', micros: 80_000 + 24_800 + 3 * 20_000 }],
      charged: 6,
      free: 4,
      unpriced: 1,
    });
  });

  it('are estimated by country, with those for whom there is no rate', async () => {
    const people = new Map<string | null, number>([
      ['IT', 10],
      ['CA', 4],
      [null, 1],
    ]);
    const wanted = { category: 'marketing', day: '2026-11-22', people: async () => people };
    const cost = await workspace.run((call) => estimateCost(call, wanted));
    expect(cost).toMatchObject({
      amounts: [
        { currency: 'EUR', micros: 572_000 },
        { currency: 'USD', micros: 4 * 25_000 + 60_000 },
      ],
      unpriced: 0,
      countries: [{ country: 'IT', people: 10 }, { country: 'CA' }, { country: null }],
    });
    const early = await workspace.run((call) => estimateCost(call, { ...wanted, day: '2025-01-01' }));
    expect(early).toMatchObject({ amounts: [], unpriced: 15 });
  });

  it('count every template of a test, and for the rest of the audience the dearest', async () => {
    const people = new Map<string | null, number>([['IT', 10]]);
    const ask = (...variants: VariantShare[]) =>
      workspace.run((call) =>
        estimateVariants(call, { variants, day: '2026-11-22', people: async () => people }),
      );
    const marketing = { category: 'marketing', share: 20 };
    const utility = { category: 'utility', share: 20 };
    const cost = await ask(utility, marketing);
    expect(cost).toMatchObject({ unpriced: 0, countries: [{ country: 'IT', people: 10 }] });
    // Two get the utility template, of which many were charged this month; eight the promotional one.
    const [alone] = (await ask({ ...utility, share: 100 }))!.amounts;
    expect(cost!.amounts).toEqual([{ currency: 'EUR', micros: 8 * 57_200 + (alone!.micros * 2) / 10 }]);
    expect((await ask(marketing, marketing))!.amounts).toEqual([{ currency: 'EUR', micros: 572_000 }]);
  });

  it('are part of a campaign’s estimate', async () => {
    const ids = await Promise.all(
      ['+393331234501', '+14165550123'].map(async (phone) => (await owner.contacts.create({ phone })).id),
    );
    const templateId = newId();
    await workspace.run(async (call) => {
      const account = newId();
      const known = { workspace_id: call.workspaceId, created_at: call.now, updated_at: call.now };
      const sealed = { token_sealed: '', app_secret_sealed: '', graph_url: '', graph_version: '' };
      await call.tx
        .insertInto('whatsapp_accounts')
        .values({ ...known, id: account, waba_id: account, ...sealed })
        .execute();
      const template = { name: 'offer', language: 'en', category: 'marketing', content: '{}' };
      await call.tx
        .insertInto('templates')
        .values({ ...known, id: templateId, account_id: account, ...template })
        .execute();
    });
    const audience = { listIds: [], contactIds: ids, everyone: false, requireConsent: false };
    const { cost } = await owner.campaigns.estimate({
      audience: audience as never,
      templateId,
      at: '2026-11-22T10:00:00Z',
    });
    expect(cost?.amounts).toEqual([
      { currency: 'USD', micros: 25_000 },
      { currency: 'EUR', micros: 57_200 },
    ]);
    const split = {
      share: 50,
      others: [{ templateId: newId(), variables: {}, share: 50 }],
      measure: 'read' as const,
      waitMinutes: 60,
    };
    const missing = await owner.campaigns.estimate({ audience: audience as never, templateId, split });
    expect(missing).toMatchObject({ audience: 2, cost: null });
    split.others[0]!.templateId = templateId;
    const both = { audience: audience as never, templateId, split, at: '2026-11-22T10:00:00Z' };
    expect((await owner.campaigns.estimate(both)).cost?.amounts).toEqual(cost?.amounts);
    await owner.rates.clear({});
    expect((await owner.campaigns.estimate({ audience: audience as never, templateId })).cost).toBeNull();
  });
});
