// A planned campaign past its first day, with engines, simulator and a moved clock.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { reasonsFor } from '../../../test/support/guardian.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { campaignsEngine } from './engine/campaigns-engine.ts';
import { lastCheckJob } from './jobs/last-check.job.ts';
import { replanNumberJob } from './jobs/replan-number.job.ts';

const HOUR = 3_600_000;
const REASON = 'It sent in bulk elsewhere for two years.';
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let phoneNumberId: string;
let templateId: string;
let next = 0;
let shifted = 0;
let stopFeeding: () => Promise<void>;

beforeAll(async () => {
  product = await startProduct({ engines: ['sending', 'webhooks.reader'] });
  stopFeeding = feed();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  phoneNumberId = (await owner.numbers.list({ limit: 1 })).items[0]!.phoneNumberId;
  passTo(10);
  await pace(1_000);
  await owner.guardian.setRule({ id: 'R2', parameters: { perDay: 50 } });
  await owner.guardian.setRule({ id: 'R3', parameters: { perDay: 100 } });
  await owner.guardian.setRule({ id: 'R4', parameters: { perDay: 500 } });
  await owner.guardian.setRule({ id: 'R5', parameters: { massFrom: 10 } });
  templateId = await approved('daily_news');
});
afterAll(async () => {
  await stopFeeding();
  await product?.close();
});
afterEach(() => shiftClock(0));

async function approved(name: string): Promise<string> {
  const { id } = await owner.templates.create({
    name,
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: { text: 'The new spring collection waits for you in our shop until Sunday evening.' },
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
    },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  return id;
}

/** Runs what feeds campaigns, as a process of its own does; answers what ends it. */
function feed(): () => Promise<void> {
  const stopping = new AbortController();
  const { services, signals } = product;
  const running = campaignsEngine.run(services, { signals, signal: stopping.signal });
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Moves the clock on to when clocks in Rome, where the workspace is, show the hour. */
function passTo(hour: number): void {
  const time = new Date(`${now().toLocaleString('sv', { timeZone: 'Europe/Rome' }).replace(' ', 'T')}Z`);
  const since = (time.getTime() % (24 * HOUR)) / HOUR;
  pass((hour - since + 24) % 24);
}

/** Moves the clock on; it never goes back in this file, as days follow each other. */
function pass(hours: number): void {
  shifted += hours * HOUR;
  shiftClock(shifted);
}

const pace = (perSecond: number) =>
  workspace.run((call) => call.tx.updateTable('numbers').set({ throughput_per_second: perSecond }).execute());

/** The number's business may write to so many people a day. */
async function limitTo(people: 2_000 | null): Promise<void> {
  const messaging_limit = people === null ? 'TIER_UNLIMITED' : 'TIER_2K';
  const { accounts } = await product.control<{ accounts: { portfolio_id: string }[] }>('GET', '/quality');
  for (const { portfolio_id } of accounts)
    await product.control('POST', `/portfolios/${portfolio_id}`, { messaging_limit });
  await owner.numbers.refresh({ id: numberId });
  await eventually(async () => (await owner.numbers.list({ limit: 1 })).items[0]!.messagingLimit === people);
}

const SEEN = { RED: 'low', YELLOW: 'medium', GREEN: 'high' };

/** Resolves when the quality arrived here. */
async function tell(quality: keyof typeof SEEN): Promise<void> {
  await product.control('POST', `/phone-numbers/${phoneNumberId}`, { quality_rating: quality });
  await eventually(async () => (await owner.numbers.list({ limit: 1 })).items[0]!.quality === SEEN[quality]);
}

/** `warm` of them opted in, the others never had to do with the business. */
async function startPlanned(people: number, { warm = people, split = {} } = {}): Promise<string> {
  shiftClock(shifted);
  const { id: listId } = await owner.lists.create({ name: `List ${newId()}`, origin: 'customers' });
  await workspace.run(async (call) => {
    const from = next;
    next += people;
    await sql`
      with made as (
        insert into contacts (workspace_id, id, phone, consent, created_at, updated_at)
        select ${call.workspaceId}, gen_random_uuid(), '+39335' || lpad((${from}::int + i)::text, 7, '0'),
          case when i > ${people - warm} then 'subscribed' else 'not_declared' end, ${call.now}, ${call.now}
        from generate_series(1, ${people}::int) i returning id
      )
      insert into list_members (workspace_id, list_id, contact_id, added_at)
      select ${call.workspaceId}, ${listId}, id, ${call.now} from made`.execute(call.tx);
  });
  const audience = { listIds: [listId], contactIds: [] };
  const draft = { name: 'Planned', numberId, templateId, audience, planned: true, ...split };
  const { id } = await owner.campaigns.create(draft as never);
  await owner.campaigns.start({ id, reasons: await reasonsFor(owner, id) });
  return id;
}

const readAt = async () => Date.parse((await owner.numbers.list({ limit: 1 })).items[0]!.checkedAt!);

/** A day and what it takes to read the quality after it. */
async function nextDay(): Promise<void> {
  const before = now();
  pass(25);
  await eventually(async () => (await readAt()) > before.getTime());
  pass(0.02);
}

const planOf = async (id: string) => (await owner.campaigns.plan({ id })).plan!;
const wavesOf = async (id: string) => (await planOf(id)).waves.map(({ people, state }) => [people, state]);
const sent = (id: string, people: number) =>
  eventually(async () => {
    const { figures } = await owner.campaigns.get({ id });
    return figures.queued === 0 && figures.sent === people;
  });

/** The engine looks several times a second. */
const aWhile = () => new Promise((done) => setTimeout(done, 900));

/** As any change of the number causes it. */
const replanAll = () =>
  replanNumberJob.run(
    product.services,
    { workspaceId: workspace.id, numberId },
    new AbortController().signal,
  );

const lookLast = (campaignId: string) =>
  lastCheckJob.run(product.services, { workspaceId: workspace.id, campaignId }, new AbortController().signal);

/** Asserts that nobody got the campaign's message twice, as our tables and the provider see it. */
async function expectOnceEach(id: string, people: number): Promise<void> {
  const { rows } = await workspace.run((call) =>
    sql<{ messages: number; contacts: number; accepted: number }>`
      select count(*)::int as messages, count(distinct contact_id)::int as contacts,
        count(distinct provider_id)::int as accepted from messages
      where workspace_id = ${call.workspaceId} and campaign_id = ${id}`.execute(call.tx),
  );
  expect(rows[0]).toEqual({ messages: people, contacts: people, accepted: people });
}

describe('a plan past its first day', () => {
  it('sends the next wave only after a good reading 24 hours later, each person once over a restart', async () => {
    const id = await startPlanned(130);
    await sent(id, 50);
    pass(23.5);
    await aWhile();
    expect(await wavesOf(id)).toEqual([
      [50, 'checking'],
      [50, 'planned'],
      [30, 'planned'],
    ]);
    expect((await owner.campaigns.get({ id })).figures.sent).toBe(50);

    // The reading of the day before says nothing; another is asked for by itself.
    const before = now();
    pass(1);
    await eventually(async () => (await readAt()) > before.getTime());
    expect((await planOf(id)).held).toBe('check_open');
    pass(0.02);
    await sent(id, 100);
    const [first] = (await planOf(id)).waves;
    expect(first).toMatchObject({ state: 'done', quality: 'high' });
    expect(await readAt()).toBeGreaterThan(Date.parse(first!.endedAt!) + 24 * HOUR);

    // What feeds it dies in the middle of the last wave; two others go on.
    await pace(20);
    await nextDay();
    await eventually(async () => (await owner.campaigns.get({ id })).figures.waiting < 30);
    await stopFeeding();
    await pace(1_000);
    const both = [feed(), feed()];
    await sent(id, 130);
    await eventually(async () => (await owner.campaigns.get({ id })).state === 'completed');
    stopFeeding = async () => void (await Promise.all(both.map((stop) => stop())));
    await expectOnceEach(id, 130);
    expect((await wavesOf(id)).map(([people]) => people)).toEqual([50, 50, 30]);

    // Nobody feeds it any more; its last day is looked at all the same.
    const last = async () => (await planOf(id)).waves[2]!;
    await lookLast(id);
    expect(await last()).toMatchObject({ state: 'checking', quality: null });
    pass(25);
    await eventually(async () => {
      await lookLast(id);
      return (await last()).state === 'done';
    });
    const { endedAt, checkedAt, quality } = await last();
    expect(quality).toBe('high');
    expect(Date.parse(checkedAt!) - Date.parse(endedAt!)).toBeGreaterThan(24 * HOUR);
  });

  it('makes the day and the rest smaller when quality falls to medium, and larger when it is good again', async () => {
    pass(25);
    await owner.guardian.declareProven({ id: numberId, proven: true, reason: REASON });
    await limitTo(2_000);
    await pace(20);
    const id = await startPlanned(600);
    await eventually(async () => (await owner.campaigns.get({ id })).figures.sent > 10);
    expect(await wavesOf(id)).toEqual([
      [500, 'sending'],
      [100, 'planned'],
    ]);
    await tell('YELLOW');
    const plan = await eventually(async () => {
      const found = await planOf(id);
      return found.plannedBecause === 'quality' && found;
    });
    const day = plan.waves[0]!.people;
    expect(day).toBeLessThan(500);
    expect(plan.waves.slice(1, -1).map(({ people, stage }) => [people, stage])).toEqual(
      plan.waves.slice(1, -1).map(() => [100, 'first_weeks']),
    );
    expect(plan.waves.reduce((all, { people }) => all + people, 0)).toBe(600);
    await pace(1_000);
    await sent(id, day);
    await aWhile();
    expect((await wavesOf(id))[0]).toEqual([day, 'checking']);

    await nextDay();
    await pace(1_000);
    await sent(id, day + 100);
    expect((await planOf(id)).waves[0]).toMatchObject({ state: 'done', quality: 'medium' });
    await tell('GREEN');
    await eventually(async () => (await wavesOf(id)).length === 3);
    await nextDay();
    await pace(1_000);
    await sent(id, 600);
    await expectOnceEach(id, 600);
    await owner.guardian.declareProven({ id: numberId, proven: false });
    await limitTo(null);
  });

  it('tries variants on those who know the business best, and goes on with the winner as the days allow', async () => {
    pass(25);
    const others = [{ templateId: await approved('daily_news_again'), variables: {}, share: 25 }];
    const split = { share: 25, others, measure: 'read', waitMinutes: 120 };
    const id = await startPlanned(100, { warm: 50, split: { split } });
    // The test fills the first day; it waits for its answers from then on, not from the next day.
    await sent(id, 50);
    await eventually(async () => (await owner.campaigns.get({ id })).waitsFor?.kind === 'winner');
    const { rows } = await workspace.run((call) =>
      sql<{ variant: number | null; consent: string; people: number }>`
        select r.variant, c.consent, count(*)::int as people from campaign_recipients r
          join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
        where r.campaign_id = ${id} group by 1, 2 order by 1`.execute(call.tx),
    );
    expect(rows).toEqual([
      { variant: 1, consent: 'subscribed', people: 25 },
      { variant: 2, consent: 'subscribed', people: 25 },
      { variant: null, consent: 'not_declared', people: 50 },
    ]);
    pass(2.1);
    await eventually(async () => (await owner.campaigns.split({ id })).phase === 'decided');
    await aWhile();
    expect(await wavesOf(id)).toEqual([
      [50, 'checking'],
      [50, 'planned'],
    ]);
    expect((await owner.campaigns.get({ id })).waitsFor?.kind).toBe('plan');
    await nextDay();
    await sent(id, 100);
    await eventually(async () => (await owner.campaigns.get({ id })).state === 'completed');
    await expectOnceEach(id, 100);
  });

  it('goes on after midnight when its first day ended shortly before', async () => {
    passTo(23.9);
    const id = await startPlanned(600);
    const [first] = await eventually(async () => (await owner.campaigns.plan({ id })).plan?.waves);
    await sent(id, first!.people);
    const before = now();
    pass(25);
    await eventually(async () => (await readAt()) > before.getTime());
    await replanAll();
    const second = (await planOf(id)).waves[1]!;
    expect(Date.parse(second.dueAt)).toBeLessThanOrEqual(now().getTime());
    pass(0.02);
    await sent(id, first!.people + second.people);
    await owner.campaigns.cancel({ id });
  });

  it('holds the rest on low quality and shows at once when it goes on', async () => {
    pass(25);
    const id = await startPlanned(120);
    const first = await eventually(async () => (await owner.campaigns.plan({ id })).plan?.waves[0]?.people);
    await sent(id, first as number);
    await tell('RED');
    const plan = await eventually(async () => {
      const found = await planOf(id);
      return found.plannedBecause === 'quality' && found.held === 'stopped' && found;
    });
    const day = (waves: number) => Date.parse(plan.waves[waves]!.day);
    expect((day(1) - now().getTime()) / (24 * HOUR)).toBeGreaterThan(5.5);
    await eventually(async () => (await owner.campaigns.get({ id })).state === 'paused');
    await expect(owner.campaigns.resume({ id })).rejects.toMatchObject({ code: expect.anything() });
    pass(48);
    await aWhile();
    expect((await owner.campaigns.get({ id })).figures.sent).toBe(first);
    await owner.campaigns.cancel({ id });
    await eventually(async () => (await wavesOf(id)).length === 1);
    await tell('GREEN');
  });
});
