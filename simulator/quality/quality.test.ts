// The world of quality, live: people react, ratings and limits move, accounts are restricted and closed.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { oddsOf } from '../reputation/odds.ts';
import { type Bench, received, startBench, statusesOf, until } from '../testing/graph-client.ts';

let bench: Bench;
let next = 0;
beforeAll(async () => {
  bench = await startBench({ settings: { limits: { throughputPerSecond: 1_000_000 } } });
});
afterEach(() => bench.restore());
afterAll(() => bench.close());

const settings = (patch: unknown) => bench.control('POST', '/settings', patch);
const advance = (by: string) => bench.control('POST', '/clock', { advance: by });
const rating = async () =>
  (await bench.call('GET', `/${bench.phoneId}?fields=quality_rating`)).body.quality_rating;
const status = async () => (await bench.call('GET', `/${bench.phoneId}?fields=status`)).body.status;
const template = (id: string) => bench.simulator.world.templates.find(id)!;

async function shelve(text = 'The collection is here', category = 'MARKETING') {
  const name = `quality_${++next}`;
  const components = [
    { type: 'BODY', text },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
  ];
  const { body } = await bench.control('POST', '/templates', { name, category, components });
  return { id: body.id as string, name };
}

/** Sends to strangers who never heard of the business; all at the same time. */
function sendTo(count: number, name: string, from = next++ * 1_000) {
  const wish = { type: 'template', template: { name, language: { code: 'en_US' } } };
  const to = (at: number) => `39346${String(from + at).padStart(7, '0')}`;
  return Promise.all(Array.from({ length: count }, (_none, at) => bench.send({ to: to(at), ...wish })));
}

/** Nothing is about to happen within a second. */
const settled = () =>
  until(() => {
    const { schedule, clock, webhooks } = bench.simulator.world;
    return schedule.nextAt > clock.now() + 1_000 && webhooks.pending === 0;
  });

describe('people', () => {
  it('block as the pure model says, and nobody judges where that is off', async () => {
    const rates = { read: 0.8, replied: 0, optedOut: 0, muted: 0, blocked: 0.05, reported: 0 };
    await settings({ people: { judge: true }, rates });
    const { name } = await shelve('The collection is here', 'UTILITY');
    const approach = {
      warmth: 'stranger',
      spamminess: 0,
      lastWeek: 0,
      unanswered: 0,
      kind: 'utility',
    } as const;
    const { blocked } = oddsOf(rates, { ...approach, optOutOffered: true });
    await sendTo(400, name);
    await settled();
    const blockers = [...bench.simulator.world.customers.all()].filter(
      (person) => person.blocked.size > 0,
    ).length;
    expect(Math.abs(blockers - 400 * blocked)).toBeLessThan(4 * Math.sqrt(400 * blocked));
    await settings({ preset: 'exact' });
    await bench.control('POST', '/customers/393331110001/report', {});
    expect(bench.simulator.world.businesses.phones.get(bench.phoneId)!.week.at(-1)!.reported).toBe(0);
  });

  it('are spared marketing for a day once WhatsApp holds it back, or for good in its experiment', async () => {
    await settings({ people: { judge: true }, rates: { withheld: 1 } });
    const { name } = await shelve();
    const code = async () => {
      const [answer] = await sendTo(1, name, 5);
      const { id } = answer!.body.messages[0];
      const told = await until(() => statusesOf(bench.receiver, id).find((one) => one.status !== 'sent'));
      return told.errors?.[0].code ?? told.status;
    };
    expect(await code()).toBe(131049);
    await settings({ rates: { withheld: 0 } });
    expect(await code()).toBe(131049);
    await advance('24h');
    expect(['delivered', 'read']).toContain(await code());
    await settings({ people: { experiment: 1 } });
    expect(await code()).toBe(130472);
  });
});

describe('quality', () => {
  it('falls when people block: told, read, and the template is paused 3 h, 6 h, then disabled', async () => {
    await settings({ people: { judge: true }, rates: { blocked: 0.1 } });
    const { id, name } = await shelve();
    const rounds = [];
    for (const hours of ['3h', '6h', '']) {
      await sendTo(140, name);
      await until(() => template(id).status !== 'APPROVED');
      rounds.push(template(id).status);
      const [refused] = await sendTo(1, name);
      rounds.push(refused!.body.error.code);
      if (hours) await advance(hours);
    }
    expect(rounds).toEqual(['PAUSED', 132015, 'PAUSED', 132015, 'DISABLED', 132016]);
    expect(await rating()).toBe('RED');
    const flagged = () =>
      received(bench.receiver, 'phone_number_quality_update').find(({ event }) => event === 'FLAGGED');
    await until(flagged);
    const scores = () =>
      received(bench.receiver, 'message_template_quality_update').map((one) => one.new_quality_score);
    await until(() => scores().includes('RED'));
    const told = () =>
      received(bench.receiver, 'message_template_status_update').map((one) => one.other_info?.title);
    await until(() => told().includes('DISABLED'));
    expect(told()).toEqual(expect.arrayContaining(['FIRST_PAUSE', 'UNPAUSE', 'SECOND_PAUSE', 'DISABLED']));
    await advance('8d');
    expect(await rating()).toBe('GREEN');
  });

  it('brings who goes on a violation, restrictions and in the end the ban', async () => {
    await settings({ people: { judge: true }, rates: { reported: 0.2 } });
    await bench.open('393339990000');
    const codes = new Set<number>();
    let answered = 0;
    for (let day = 0; day < 40 && (await status()) !== 'BANNED'; day++) {
      const { name } = await shelve();
      for (const { body } of await sendTo(110, name)) if (body.error) codes.add(body.error.code);
      if ((await status()) === 'RESTRICTED') {
        await bench.open('393339990000');
        const answer = await bench.send({ to: '393339990000', type: 'text', text: { body: 'Ciao' } });
        answered += Number(answer.status === 200);
      }
      await settled();
      await advance('24h');
    }
    expect(await status()).toBe('BANNED');
    expect([...codes]).toContain(368);
    expect(answered).toBeGreaterThan(0);
    const { name } = await shelve();
    expect((await sendTo(1, name))[0]!.body.error.code).toBe(131031);
    const events = received(bench.receiver, 'account_update');
    expect(events[0]).toEqual({ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } });
    expect(events[1]).toMatchObject({
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: expect.any(Number) },
      ],
    });
    expect(events.at(-1)).toMatchObject({
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state: 'DISABLE' },
    });
  });

  it('stays as it was set by hand until it is given back', async () => {
    await settings({ people: { judge: true } });
    await bench.control('POST', `/phone-numbers/${bench.phoneId}`, { quality_rating: 'YELLOW' });
    await advance('2h');
    expect(await rating()).toBe('YELLOW');
    await bench.control('POST', `/phone-numbers/${bench.phoneId}`, { quality_rating: 'AUTO' });
    expect(await rating()).toBe('GREEN');
  });
});

describe('limits', () => {
  it('refuse the 251st person, and rise for who is verified and good', async () => {
    await settings({ limits: { byTier: true } });
    const portfolio = bench.simulator.world.businesses.portfolios.get('1000000000000001')!;
    Object.assign(portfolio, { messagingLimit: 'TIER_250' });
    const { name } = await shelve();
    const answers = await sendTo(251, name);
    const failed = await until(() =>
      received(bench.receiver, 'messages')
        .flatMap((one) => one.statuses ?? [])
        .find((one) => one.status === 'failed'),
    );
    expect([answers.every((one) => one.status === 200), failed.errors[0].code]).toEqual([true, 131048]);
    await bench.control('POST', '/portfolios/1000000000000001', { verified: true });
    await advance('6h');
    const told = await until(() => received(bench.receiver, 'business_capability_update')[0]);
    expect(told.max_daily_conversations_per_business).toBe(2_000);
    const shown = await bench.call(
      'GET',
      `/${bench.phoneId}?fields=whatsapp_business_manager_messaging_limit`,
    );
    expect(shown.body.whatsapp_business_manager_messaging_limit).toBe('TIER_2K');
  });
});

describe('pacing', () => {
  const paced = { pacing: { on: true, firstPart: 30, assessMs: 600_000 }, people: { judge: true } };

  it('holds what comes after the first part, and releases it', async () => {
    await settings(paced);
    const { name } = await shelve();
    const held = (await sendTo(40, name)).filter(
      (one) => one.body.messages[0].message_status === 'held_for_quality_assessment',
    );
    expect(held).toHaveLength(10);
    await settled();
    await advance('10m');
    await until(() => held.every(({ body }) => statusesOf(bench.receiver, body.messages[0].id).length >= 2));
    expect((await sendTo(35, name)).every((one) => one.body.messages[0].message_status === 'accepted')).toBe(
      true,
    );
  });

  it('drops it when people did not like the first part', async () => {
    await settings({ ...paced, rates: { blocked: 0.2 } });
    const { id, name } = await shelve();
    const held = (await sendTo(40, name)).at(-1)!.body.messages[0];
    expect(held.message_status).toBe('held_for_quality_assessment');
    await settled();
    await advance('10m');
    const told = await until(() => statusesOf(bench.receiver, held.id)[0]);
    expect(told.errors[0].code).toBe(132015);
    expect(template(id).status).toBe('PAUSED');
  });

  it('holds the bursts of a portfolio under watch, and drops them at low quality', async () => {
    await settings({ pacing: { on: true, watchedPerHour: 5, assessMs: 600_000 } });
    const { name } = await shelve('Your order is ready', 'UTILITY');
    const rate = (quality_rating: string) =>
      bench.control('POST', `/phone-numbers/${bench.phoneId}`, { quality_rating });
    const states = async () => (await sendTo(7, name)).map(({ body }) => body.messages[0]);
    await rate('YELLOW');
    const first = await states();
    expect(first.filter((one) => one.message_status === 'accepted')).toHaveLength(5);
    await advance('10m');
    for (const { id } of first) await until(() => statusesOf(bench.receiver, id).length === 3);
    await rate('RED');
    await advance('1h');
    const second = await states();
    await advance('10m');
    const held = second.filter((one) => one.message_status === 'held_for_quality_assessment');
    expect(held).toHaveLength(2);
    for (const { id } of held)
      expect((await until(() => statusesOf(bench.receiver, id)[0])).errors[0].code).toBe(132015);
  });
});
