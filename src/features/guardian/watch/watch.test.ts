// The quality of a number falls, over the simulator's webhooks: bulk stops, answers go on, time brings it back.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from '../../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../../test/support/workspace.ts';
import { lookAfterJob } from './look-after.job.ts';

const DAY = 86_400_000;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let phoneNumberId: string;

beforeAll(async () => {
  product = await startProduct({ engines: ['webhooks.reader'] });
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  phoneNumberId = (await owner.numbers.list({ limit: 1 })).items[0]!.phoneNumberId;
  // The guardian looks at a new number in a job of its own.
  await eventually(async () => (await owner.watch.history({ id: numberId, days: 7 })).sightings.length > 0);
});
afterAll(() => product?.close());
afterEach(() => shiftClock(0));

const tell = (body: object) => product.control('POST', `/phone-numbers/${phoneNumberId}`, body);
const watched = async () => (await owner.watch.numbers({})).items[0]!;
const staged = (stage: string) =>
  eventually(async () => {
    const number = await watched();
    return number.stage === stage && number;
  });

/** Moves our clock and has the guardian look, as it does every few minutes. */
async function later(days: number): Promise<void> {
  shiftClock(days * DAY);
  await lookAfterJob.run(product.services, {}, new AbortController().signal);
}

async function runningCampaign(): Promise<string> {
  const id = newId();
  await workspace.run((call) =>
    call.tx
      .insertInto('campaigns')
      .values({
        workspace_id: call.workspaceId,
        id,
        name: 'Spring offer',
        state: 'running',
        number_id: numberId,
        // Somebody waits, so that it does not end by itself, for a day that does not come here.
        waiting_count: 1,
        audience_count: 1,
        started_at: call.now,
        created_at: call.now,
        updated_at: call.now,
      })
      .execute(),
  );
  return id;
}

describe('the watch over a number', () => {
  it('stops bulk for seven days on low quality, then keeps days small, then frees it', async () => {
    expect(await watched()).toMatchObject({ quality: 'high', stage: 'free' });
    const campaign = await runningCampaign();
    await tell({ quality_rating: 'RED' });
    const stopped = await staged('stopped');
    expect(stopped).toMatchObject({ cause: 'low', relapses: 0, today: { allowed: 0 } });
    expect(Math.round((Date.parse(stopped.stoppedUntil!) - now().getTime()) / DAY)).toBe(7);
    expect((await owner.numbers.list({ limit: 1 })).items[0]!.pausedReason).toMatchObject({
      kind: 'number_resting',
      text: expect.stringContaining('rest until'),
      params: { cause: 'low', relapses: 0, until: stopped.stoppedUntil },
    });
    await eventually(async () => (await owner.campaigns.get({ id: campaign })).state === 'paused');
    expect((await owner.campaigns.get({ id: campaign })).pausedReason).toMatchObject({
      kind: 'number_resting',
      params: { cause: 'low', until: stopped.stoppedUntil },
    });

    const told = await eventually(async () =>
      product.services.sent.find((mail) => mail.subject.includes('were stopped')),
    );
    expect(told.text).toContain(`/number-health?number=${numberId}`);
    expect(told.text).toContain('Answers to customers who wrote to you go on');

    // Nobody lets it go on by hand, not even by connecting it again.
    await owner.numbers.connectSimulator({});
    expect((await owner.numbers.list({ limit: 1 })).items[0]!.pausedReason).not.toBeNull();

    await tell({ quality_rating: 'GREEN' });
    await eventually(async () => (await watched()).quality === 'high');
    expect((await watched()).stage).toBe('stopped');
    await later(6.9);
    expect((await watched()).stage).toBe('stopped');
    await later(7.1);
    const recovering = await staged('recovering');
    expect(recovering.today.allowed).toBe(250);
    expect((await owner.numbers.list({ limit: 1 })).items[0]!.pausedReason).toBeNull();
    // It does not go on by itself: a person looks first.
    expect((await owner.campaigns.get({ id: campaign })).state).toBe('paused');
    await later(7.2 + 30);
    await staged('free');

    const { items } = await owner.watch.log({ limit: 10 });
    expect(items.map((entry) => entry.what)).toEqual(['free', 'recovering', 'stopped']);
    const history = await owner.watch.history({ id: numberId, days: 90 });
    expect(history.days).toHaveLength(90);
    const qualities = history.sightings.map((seen) => seen.quality);
    expect(qualities.filter((quality, at) => quality !== qualities[at - 1])).toEqual(['high', 'low', 'high']);
  });

  it('leads through the guide, step by step', async () => {
    expect(await owner.watch.guide({ id: numberId })).toMatchObject({ kind: 'none', steps: [] });
    await tell({ quality_rating: 'RED' });
    await staged('stopped');
    const guide = await owner.watch.guide({ id: numberId });
    expect(guide.kind).toBe('low_quality');
    expect(guide.steps.find((step) => step.step === 'wait_seven_days')).toMatchObject({ state: 'under_way' });
    const ticked = await owner.watch.tickStep({ id: numberId, step: 'rewrite_text', done: true });
    expect(ticked.steps.find((step) => step.step === 'rewrite_text')).toMatchObject({
      state: 'done',
      doneBy: expect.stringContaining('owner'),
    });
    await expect(
      owner.watch.tickStep({ id: numberId, step: 'stop_bulk', done: false }),
    ).rejects.toMatchObject({ code: 'step_ticked_by_system' });
    await tell({ quality_rating: 'GREEN', status: 'BANNED' });
    await staged('banned');
    expect((await owner.watch.guide({ id: numberId })).steps.map((step) => step.step)).toContain(
      'write_appeal',
    );
    await tell({ quality_rating: 'GREEN', status: 'CONNECTED' });
    await staged('recovering');
  });

  it('takes the owner’s word for a number, with a reason, and lets them take it back', async () => {
    await expect(owner.guardian.declareProven({ id: numberId, proven: true })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const administrator = await workspace.client('administrator');
    const declared = { id: numberId, proven: true, reason: 'Two years with another provider' };
    await expect(administrator.guardian.declareProven(declared)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await watched()).toMatchObject({ proven: null, limitUsed: 0 });
    await owner.guardian.declareProven(declared);
    expect((await watched()).proven).toMatchObject({ reason: declared.reason });
    const { items } = await owner.audit.list({ limit: 1 });
    expect(items[0]).toMatchObject({
      action: 'number.declared_proven',
      subjectId: numberId,
      details: { reason: declared.reason },
    });
    await owner.guardian.declareProven({ id: numberId, proven: false });
    expect((await watched()).proven).toBeNull();
  });

  it('keeps the workspace’s own words', async () => {
    const words = await owner.watch.setWords({
      added: ['Liquidazione', 'liquidazione'],
      allowed: ['buy now'],
    });
    expect(words).toMatchObject({ added: ['liquidazione'], allowed: ['buy now'] });
    expect(words.businessNames).toContain('Bottega Verde');
    await expect(owner.watch.setWords({ added: ['!!'], allowed: [] })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});
