// Conversations that customers open are given to people by rules: once, also with two workers; never to who is away.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dispatchBatch } from '#events/dispatcher.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { notifiedWorkspace } from '../../../test/support/notified.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testServices } from '../../../test/support/workspace.ts';
import type { AssignmentRule } from './assignment.contract.ts';
import { giveAway } from './give-away.ts';
import { assignSubscriber } from './jobs/assign.job.ts';
import { releaseSubscriber } from './jobs/release.job.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let world: Awaited<ReturnType<typeof notifiedWorkspace>>;
type Person = Awaited<ReturnType<typeof world.person>>;
let boss: Person;
let anna: Person;
let marco: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = await notifiedWorkspace(database, services);
  boss = await world.person('owner');
  anna = await world.person('chat_operator');
  marco = await world.person('chat_operator');
});

const rule = (over: Partial<AssignmentRule> = {}): AssignmentRule => ({
  ...{ id: newId(), name: 'In turn', way: 'round_robin', numberIds: [], tagIds: [], languages: [] },
  ...{ userIds: [anna.userId, marco.userId], inHours: true, ifOnline: true, mostOpen: null, ...over },
});
const comes = (person: Person) => person.client.team.beat({ idleSeconds: 0 });

/** A new customer writes; what happened is dispatched, and the jobs run. */
async function customerWrites(conversationId?: string): Promise<string> {
  const id = conversationId ?? (await world.conversation('Cliente'));
  await world.run(({ tx }) =>
    tx.updateTable('conversations').set({ waiting_since: now() }).where('id', '=', id).execute(),
  );
  await world.write(id, 'Buongiorno');
  await dispatch();
  return id;
}

async function dispatch(): Promise<void> {
  while ((await dispatchBatch(services.db, [assignSubscriber, releaseSubscriber])).length > 0);
  await runJobs(database, services);
}

async function whose(id: string): Promise<string[]> {
  const { assignees } = await boss.client.conversations.get({ id });
  return assignees.map(({ userId }) => userId);
}

describe('rules', () => {
  it('give conversations in turn to who is there, and say so in the conversation', async () => {
    await boss.client.team.setRules({ areOn: true, rules: [rule()] });
    await comes(anna);
    await comes(marco);
    const given = [];
    for (let i = 0; i < 4; i++) given.push(...(await whose(await customerWrites())));
    expect(given.toSorted()).toEqual([anna.userId, anna.userId, marco.userId, marco.userId].toSorted());
    expect(given[0]).not.toBe(given[1]);
    const one = (await anna.client.conversations.list({})).items[0]!;
    const { items } = await anna.client.conversations.timeline({ id: one.id });
    expect(items[0]).toMatchObject({ kind: 'assigned', author: { kind: 'automation', name: 'In turn' } });
  });

  it('leave alone what somebody has, what waited before, and what nobody may take: until somebody comes', async () => {
    const before = await customerWrites();
    await boss.client.team.setRules({ areOn: true, rules: [rule()] });
    await boss.client.conversations.assign({ id: await customerWrites(), userIds: [boss.userId] });
    const waiting = await customerWrites();
    expect(await whose(waiting)).toEqual([]);
    await anna.client.team.setPresence({ chosen: 'busy' });
    const also = await customerWrites();
    expect(await whose(also)).toEqual([]);
    await comes(marco);
    await boss.client.team.setRules(await boss.client.team.getRules({}));
    await runJobs(database, services);
    expect(await whose(waiting)).toEqual([marco.userId]);
    expect(await whose(also)).toEqual([marco.userId]);
    expect(await whose(before)).toEqual([]);
  });

  it('keep the last who answered, by the hours of each', async () => {
    const rules = [rule({ name: 'Same again', way: 'keep_last' }), rule({ way: 'least_busy' })];
    await boss.client.team.setRules({ areOn: true, rules });
    await comes(anna);
    await comes(marco);
    const id = await customerWrites();
    const [first] = await whose(id);
    const [same, other] = first === anna.userId ? [anna, marco] : [marco, anna];
    await world.run(async ({ tx, workspaceId: workspace_id }) => {
      const { contact_id, number_id } = await tx
        .selectFrom('conversations')
        .select(['contact_id', 'number_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const author = JSON.stringify({ kind: 'person', id: same.userId, name: 'x' });
      const content = JSON.stringify({ type: 'text', text: 'Hello' });
      await tx
        .insertInto('messages')
        .values({
          ...{ workspace_id, id: newId(), conversation_id: id, contact_id, number_id, author, content },
          ...{ direction: 'out', kind: 'text', state: 'sent', at: now() },
        })
        .execute();
    });
    await boss.client.conversations.assign({ id, userIds: [] });
    await customerWrites(id);
    expect(await whose(id)).toEqual([same.userId]);
    // Off their hours the next rule gives it to the other.
    await boss.client.team.setMemberHours({ userId: same.userId, hours: [] });
    await boss.client.conversations.assign({ id, userIds: [] });
    await customerWrites(id);
    expect(await whose(id)).toEqual([other.userId]);
    const preview = await boss.client.team.previewRules({ rules, lastUserId: same.userId });
    expect(preview).toMatchObject({ userId: other.userId, tried: [{ fits: true }, { fits: true }] });
    expect(preview.tried[0]!.people).toContainEqual(
      expect.objectContaining({ userId: same.userId, reason: 'off_hours', state: 'online' }),
    );
  });

  it('two workers at once assign each once, in turn', async () => {
    const ids = [];
    await boss.client.team.setRules({ areOn: true, rules: [rule()] });
    for (let i = 0; i < 6; i++) ids.push(await customerWrites());
    await comes(anna);
    await comes(marco);
    const at = now();
    const work = () =>
      services.db.inWorkspace(world.id, (tx) =>
        giveAway({ tx, workspaceId: world.id, now: at }, { after: null, limit: 100 }),
      );
    const done = await Promise.all([work(), work(), work()]);
    expect(done.reduce((sum, { given }) => sum + given, 0)).toBe(6);
    const given = (await Promise.all(ids.map(whose))).flat();
    expect(given.filter((userId) => userId === anna.userId)).toHaveLength(3);
    expect(given).toHaveLength(6);
  });

  it('of a person who leaves, theirs go back to the team', async () => {
    const id = await world.conversation('Giulia');
    await boss.client.conversations.assign({ id, userIds: [marco.userId] });
    await boss.client.members.remove({ userId: marco.userId });
    await dispatch();
    expect(await whose(id)).toEqual([]);
    const { items } = await boss.client.conversations.list({ show: 'any', assigneeIds: ['nobody'] });
    expect(items).toHaveLength(0);
    const row = await world.run(({ tx }) =>
      tx.selectFrom('conversations').select('is_assigned').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row.is_assigned).toBe(false);
  });

  it('are refused when they name the same twice or people who may not answer', async () => {
    const [one, two] = [rule(), rule()];
    await expect(boss.client.team.setRules({ areOn: false, rules: [one, two] })).rejects.toMatchObject({
      fields: [{ path: 'rules.1.name' }],
    });
    const strange = rule({ userIds: [newId()] });
    await expect(boss.client.team.setRules({ areOn: false, rules: [strange] })).rejects.toMatchObject({
      fields: [{ path: 'rules.0.userIds' }],
    });
  });
});

it('presence: what one chose, and away when nothing is touched or heard', async () => {
  const stateOf = async (person: Person) =>
    (await boss.client.team.presence({})).people.find(({ userId }) => userId === person.userId)?.state;
  expect(await stateOf(anna)).toBe('offline');
  await comes(anna);
  expect(await stateOf(anna)).toBe('online');
  // Another tab was touched less lately.
  await anna.client.team.beat({ idleSeconds: 3_600 });
  expect(await stateOf(anna)).toBe('online');
  await anna.client.team.setPresence({ chosen: 'away' });
  await comes(anna);
  expect(await stateOf(anna)).toBe('away');
  await anna.client.team.setPresence({ chosen: 'online' });
  shiftClock(11 * 60_000);
  await anna.client.team.beat({ idleSeconds: 700 });
  expect(await stateOf(anna)).toBe('away');
  shiftClock(13 * 60_000);
  expect(await stateOf(anna)).toBe('offline');
  shiftClock(0);
});
