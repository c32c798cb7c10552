// What is told of a try, late, twice or by the wrong one, and how long silence is listened to.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { readFailure } from '#whatsapp/cloud-api/failures.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import {
  createSendingWorld,
  noWatcher,
  type SendingWorld,
  until,
} from '../../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { askToKnock } from './engine/ask-to-knock.ts';
import { type Outcome, recordOutcomes } from './engine/record-outcomes.ts';
import { settleDoubts } from './engine/settle-doubts.ts';
import {
  applyStatuses,
  enqueueMessages,
  type MessageMove,
  type MessageStatus,
  type SendingCall,
  type SendingWatcher,
} from './sending.ts';
import { noteBegun } from './sending-begun.store.ts';
import { noteDoorOpen } from './sending-door.store.ts';
import { waitAfterClosedDoor, waitAfterSilence } from './sending-doubts.store.ts';
import { takeLane } from './sending-lanes.store.ts';
import { adoptClaims, type ClaimedMessage, claimDue, giveBackClaim } from './sending-queue.store.ts';

const MINUTE = 60_000;
const times = { proofWaitMs: MINUTE, patienceMs: 60 * MINUTE };
const door = (at: Date) => ({ at, publicUrl: 'https://example.com' });
const start = new Date('2026-11-01T10:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

let database: TestDatabase;
let services: Services;
let simulator: Simulator;
let world: SendingWorld;
let contacts: string[];
let moves: MessageMove[];
const watcher: SendingWatcher = { ...noWatcher, moved: async (_call, all) => void moves.push(...all) };

beforeAll(async () => {
  database = await createTestDatabase(4);
  services = testServices(database);
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
  const workspace = await createWorkspace(services);
  world = await createSendingWorld(services, workspace.id, simulator.url);
  contacts = await world.people(['+393330000001', '+393330000002', '+393330000003']);
});
afterAll(async () => {
  await world.close();
  await simulator.close();
  await database.drop();
});
beforeEach(async () => {
  moves = [];
  await world.within(({ tx }) => tx.deleteFrom('messages').execute());
  await world.within(({ tx }) => tx.deleteFrom('lane_progress').execute());
  await world.within(({ tx }) => tx.deleteFrom('send_lanes').execute());
  await services.db.asSystem((tx) => tx.deleteFrom('installation').execute());
});

const at = <T>(when: Date, work: (call: SendingCall) => Promise<T>) =>
  world.within((call) => work({ ...call, now: when }));
const enqueue = () =>
  at(start, (call) =>
    enqueueMessages(
      call,
      contacts.map((id) => world.message(id)),
    ),
  );
const claim = (tenure: string, when = start, id = newId()) =>
  at(when, (call) =>
    claimDue(call, { numberId: world.numberId, tenure, claim: id, after: 0, limit: 10, answersOnly: false }),
  );
const record = (
  messages: readonly Pick<ClaimedMessage, 'id' | 'claim' | 'attempts' | 'campaignId'>[],
  result: Outcome['result'],
  when = start,
) =>
  at(when, (call) =>
    recordOutcomes(
      call,
      messages.map((message) => ({ message, result })),
      watcher,
      times,
    ),
  );
/** As when the lease of whoever held the lane is over. */
const hold = (tenure: string) =>
  world.within(({ tx, workspaceId }) =>
    tx
      .insertInto('send_lanes')
      .values({ workspace_id: workspaceId, number_id: world.numberId, held_by: tenure })
      .onConflict((c) => c.columns(['workspace_id', 'number_id']).doUpdateSet({ held_by: tenure }))
      .execute(),
  );
const adopt = async (tenure: string, when = start) => {
  await hold(tenure);
  return at(when, (call) => adoptClaims(call, { numberId: world.numberId, tenure }));
};
const begin = (tenure: string, upTo: number) =>
  world.within((call) => noteBegun(call, { numberId: world.numberId, tenure }, upTo));
const queue = () =>
  world.within(async ({ tx }) => tx.selectFrom('send_queue').selectAll().orderBy('message_id').execute());
const settle = (when: Date, lastStatusAt: Date | null) =>
  settleDoubts((work) => at(when, work), world.numberId, { lastStatusAt }, times);
/** Messages that a dead tenure left, as its successor found them. */
async function doubted(when = start) {
  await enqueue();
  await claim(newId());
  await record(await adopt(newId(), when), { outcome: 'orphaned' }, when);
}

describe('what is told of a try', () => {
  it('frees no later try when it is told twice', async () => {
    await enqueue();
    const first = await claim(newId());
    await record(first, { outcome: 'untried' });
    const tenure = newId();
    const second = await claim(tenure);
    expect(second).toHaveLength(3);
    await record(first, { outcome: 'untried' });
    expect((await queue()).every((row) => row.claimed_by === tenure)).toBe(true);
    await record(second, { outcome: 'orphaned' });
    await record(first, { outcome: 'untried' });
    expect((await queue()).every((row) => row.uncertain_since !== null)).toBe(true);
  });

  it('ends the doubt of a successor when the try certainly did not leave', async () => {
    await enqueue();
    const tried = await claim(newId());
    await record(await adopt(newId()), { outcome: 'orphaned' });
    expect(await world.states()).toEqual({ uncertain: 3 });
    await record(tried, { outcome: 'untried' });
    expect(await world.states()).toEqual({ queued: 3 });
    expect(moves.slice(-3).map(({ from, to }) => [from, to])).toEqual(Array(3).fill(['uncertain', 'queued']));
    expect((await queue()).every((row) => row.claim === null && row.attempts === 0)).toBe(true);
  });

  it('is no doubt any more once it was given back', async () => {
    await enqueue();
    const tried = await claim(newId());
    const adopted = await adopt(newId());
    await record(tried, { outcome: 'untried' });
    await record(adopted, { outcome: 'orphaned' });
    expect(await world.states()).toEqual({ queued: 3 });
    expect((await queue()).every((row) => row.uncertain_since === null)).toBe(true);
  });

  it('is nothing for a claim that broke off', async () => {
    await enqueue();
    const id = newId();
    await claim(newId(), start, id);
    await at(start, (call) => giveBackClaim(call, id));
    expect(await claim(newId())).toHaveLength(3);
  });
});

describe('what a dead process left behind', () => {
  it('goes at once where its calls had not begun, and waits for proof where they had', async () => {
    const dead = newId();
    await adopt(dead);
    await enqueue();
    const claimed = await claim(dead);
    expect(await begin(dead, 2)).toBe(true);

    const left = await adopt(newId());
    expect(left.map(({ id }) => id).sort()).toEqual([claimed[0]!.id, claimed[1]!.id].sort());
    const free = (await queue()).filter((row) => row.claimed_by === null);
    expect(free).toMatchObject([{ message_id: claimed[2]!.id, attempts: 0, uncertain_since: null }]);
    // It only stood still: nothing of it begins any more.
    expect(await begin(dead, 3)).toBe(false);
  });

  it('waits for proof when its heir died before it could say so', async () => {
    const dead = newId();
    await adopt(dead);
    await enqueue();
    await claim(dead);
    await begin(dead, 3);
    await adopt(newId());
    expect(await adopt(newId())).toHaveLength(3);
  });

  it('is not taken from whoever has the lane by now', async () => {
    const late = newId();
    const holder = newId();
    await hold(late);
    await adopt(holder);
    await enqueue();
    await claim(holder);
    expect(await at(start, (call) => adoptClaims(call, { numberId: world.numberId, tenure: late }))).toEqual(
      [],
    );
    expect((await queue()).every((row) => row.claimed_by === holder)).toBe(true);
    expect(await begin(holder, 3)).toBe(true);
  });
});

describe('silence', () => {
  const uncertain = async () => (await queue()).filter((row) => row.uncertain_since !== null).length;

  it('of a minute proves that a message never left, when others are heard', async () => {
    await doubted();
    expect(await settle(later(MINUTE - 1), later(30_000))).toBe(false);
    expect(await settle(later(MINUTE), later(30_000))).toBe(true);
    expect(await uncertain()).toBe(0);
  });

  it('is listened to four times as long as the worker was away', async () => {
    await doubted(later(2 * MINUTE));
    await settle(later(10 * MINUTE - 1), later(3 * MINUTE));
    expect(await uncertain()).toBe(3);
    await settle(later(10 * MINUTE), later(3 * MINUTE));
    expect(await uncertain()).toBe(0);
  });

  it('is listened to four times as long as no door was open', async () => {
    await doubted();
    await services.db.asSystem((tx) => noteDoorOpen(tx, door(later(10_000))));
    // Everything was killed again; the door opens after two minutes.
    await settle(later(2 * MINUTE), later(5_000));
    expect(await uncertain()).toBe(3);
    await services.db.asSystem(async (tx) => {
      const before = await noteDoorOpen(tx, door(later(2 * MINUTE)));
      expect(before).toEqual(later(10_000));
      await waitAfterClosedDoor(tx, later(2 * MINUTE));
    });
    const open = (ms: number) => services.db.asSystem((tx) => noteDoorOpen(tx, door(later(ms))));
    await open(9 * MINUTE);
    await settle(later(9 * MINUTE), later(5 * MINUTE));
    expect(await uncertain()).toBe(3);
    await open(10 * MINUTE);
    await settle(later(10 * MINUTE), later(5 * MINUTE));
    expect(await uncertain()).toBe(0);
  });

  it('is listened to four times as long as nothing was heard of any message', async () => {
    await doubted();
    await at(later(2 * MINUTE), (call) => waitAfterSilence(call, world.numberId, later(-MINUTE)));
    await settle(later(10 * MINUTE - 1), later(2 * MINUTE));
    expect(await uncertain()).toBe(3);
    // Heard since: another pause is no silence of the provider's.
    await at(later(5 * MINUTE), (call) => waitAfterSilence(call, world.numberId, later(2 * MINUTE)));
    await settle(later(10 * MINUTE), later(5 * MINUTE));
    expect(await uncertain()).toBe(0);
  });

  it('is no silence when the provider knocks at the open door, asked to do so', async () => {
    await at(start, (call) => takeLane(call, { numberId: world.numberId, tenure: newId() }, MINUTE));
    await doubted();
    const knocks: string[] = [];
    const { consider } = askToKnock({
      within: (work) => at(later(8_000), work),
      numberId: world.numberId,
      knock: async (publicUrl) => void knocks.push(publicUrl),
    });
    // Nobody knows of an open door yet.
    consider(0);
    await until(async () => knocks.length === 0);
    await services.db.asSystem((tx) => noteDoorOpen(tx, door(later(7_000))));
    await until(async () => {
      consider(0);
      return knocks.length > 0;
    });
    expect(knocks).toEqual(['https://example.com']);
    const heardAt = () =>
      world.within(({ tx }) =>
        tx.selectFrom('send_lanes').select('last_status_at').executeTakeFirstOrThrow(),
      );
    await until(async () => (await heardAt()).last_status_at !== null);
    expect((await heardAt()).last_status_at).toEqual(later(8_000));
    await world.within(({ tx }) => tx.deleteFrom('send_lanes').execute());
  });

  it('proves nothing while a webhook that came meanwhile could not be read', async () => {
    await doubted();
    await world.within(async ({ tx, workspaceId }) => {
      const account = await tx.selectFrom('whatsapp_accounts').select('id').executeTakeFirstOrThrow();
      const body = { id: newId(), account_id: account.id, body: Buffer.from('{}') };
      await tx
        .insertInto('webhook_bodies')
        .values({
          workspace_id: workspaceId,
          ...body,
          state: 'failed',
          received_at: later(5_000),
        })
        .execute();
    });
    await settle(later(2 * MINUTE), later(MINUTE));
    expect(await uncertain()).toBe(3);
    await world.within(({ tx }) => tx.deleteFrom('webhook_bodies').execute());
  });

  it('that proves nothing within the patience leaves the message uncertain, for people to decide', async () => {
    await doubted(later(2 * 60 * MINUTE));
    expect(await settle(later(3 * 60 * MINUTE + 1), null)).toBe(false);
    expect(await queue()).toEqual([]);
    expect(await world.states()).toEqual({ uncertain: 3 });
  });
});

describe('a failure that is told after the provider took the message', () => {
  type News = { name: 'failed' | 'sent'; ms: number; code?: number };
  const read = () =>
    world.within(({ tx }) => tx.selectFrom('messages').selectAll().executeTakeFirstOrThrow());
  const accept = async (when: Date, providerMessageId: string) => {
    const claimed = await claim(newId(), when);
    await record(claimed, { outcome: 'accepted', providerMessageId, held: false }, when);
    return claimed.length;
  };
  const taken = async () => {
    await at(start, (call) => enqueueMessages(call, [world.message(contacts[0]!)]));
    await accept(start, 'wamid.first');
    return (await read()).id;
  };
  const apply = (id: string, ...news: News[]) =>
    at(later(MINUTE), (call) =>
      applyStatuses(
        call,
        news.map(
          ({ name, ms, code = 131000 }) =>
            ({
              kind: 'message_status',
              status: name,
              statusText: name,
              providerMessageId: 'wamid.first',
              callbackId: id,
              recipient: {},
              failures: name === 'failed' ? [readFailure({ code }, 'webhook')] : [],
              occurredAt: later(ms),
            }) as unknown as MessageStatus,
        ),
        watcher,
      ),
    );

  it('is tried again when it never left, and not for ever', async () => {
    const id = await taken();
    // Told twice, it failed once.
    await apply(id, { name: 'failed', ms: 0 });
    await apply(id, { name: 'failed', ms: 0 });
    expect(await read()).toMatchObject({ state: 'queued', provider_id: null, failure_kind: null });
    // A template whose category nobody knows may be marketing.
    expect(await queue()).toMatchObject([{ attempts: 1, claimed_by: null, priority: 5, marketing: true }]);
    expect(await accept(later(MINUTE + 9_000), 'wamid.early')).toBe(0);
    expect(await accept(later(2 * MINUTE), 'wamid.second')).toBe(1);
    expect(await read()).toMatchObject({ state: 'accepted', provider_id: 'wamid.second' });
    await apply(id, { name: 'failed', ms: 3 * MINUTE });
    expect(await accept(later(4 * MINUTE), 'wamid.third')).toBe(1);
    await apply(id, { name: 'failed', ms: 5 * MINUTE });
    expect(await queue()).toEqual([]);
    expect(await read()).toMatchObject({
      state: 'failed',
      failure_kind: 'provider_fault',
      failure_code: 131000,
    });
  });

  it.each<[string, News[]]>([
    [
      'it had left',
      [
        { name: 'sent', ms: 0 },
        { name: 'failed', ms: 1_000 },
      ],
    ],
    [
      'word of its leaving comes too late',
      [
        { name: 'failed', ms: 1_000 },
        { name: 'sent', ms: 0 },
      ],
    ],
    ['another try would fail too', [{ name: 'failed', ms: 0, code: 131026 }]],
  ])('is the end when %s', async (_, news) => {
    const id = await taken();
    for (const one of news) await apply(id, one);
    expect(await queue()).toEqual([]);
    expect((await read()).state).toBe('failed');
    // The same, all at once.
    await world.within(({ tx }) => tx.deleteFrom('messages').execute());
    await apply(await taken(), ...news);
    expect(await queue()).toEqual([]);
    expect((await read()).state).toBe('failed');
  });
});
