// Notifications through events, jobs and operations, on the real database; mails are collected.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendScheduledJob } from '#features/conversations/jobs/send-scheduled.job.ts';
import { remindJob } from '#features/deals/jobs/remind.job.ts';
import { setAssigneesOfMany, tellAssigned } from '#features/threads/threads.ts';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { setLogLevel } from '#kit/log.ts';
import { type NotifiedWorkspace, notifiedWorkspace } from '../../../test/support/notified.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testServices } from '../../../test/support/workspace.ts';
import { MOST_CONVERSATIONS } from './hearing/gather.ts';
import { watchWindowsJob } from './jobs/watch-windows.job.ts';
import { pathOf, wordsOf } from './words.contract.ts';

type Person = Awaited<ReturnType<NotifiedWorkspace['person']>>;

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let shop: NotifiedWorkspace;
let olga: Person;
let pia: Person;

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase();
  services = testServices(database);
});
beforeEach(async () => {
  shop = await notifiedWorkspace(database, services);
  olga = await shop.person('owner');
  pia = await shop.person('chat_operator');
});
afterEach(() => shiftClock(0));
afterAll(() => database.drop());

const listOf = async ({ client }: Person) =>
  (await client.notifications.list({})).items.map(({ kind, count, who, text }) => ({
    kind,
    count,
    who,
    text,
  }));
const unreadOf = async ({ client }: Person) => (await client.notifications.summary({})).unread;

describe('messages', () => {
  it('gather by conversation, and reach the one who looks after it', async () => {
    const anna = await shop.conversation('Anna');
    const bea = await shop.conversation('Bea');
    await olga.client.conversations.assign({ id: anna, userIds: [pia.userId] });
    await shop.write(anna, 'Are you there?', 3);
    await shop.write(bea, 'Hello');
    await shop.gather();
    await shop.write(anna, 'Well?', 2);
    await shop.gather();

    expect(await listOf(pia)).toEqual([
      { kind: 'message_mine', count: 5, who: 'Anna', text: 'Well?' },
      { kind: 'assigned', count: 1, who: 'Anna', text: null },
    ]);
    expect(await listOf(olga)).toEqual([{ kind: 'message_unassigned', count: 1, who: 'Bea', text: 'Hello' }]);
    expect((await pia.client.notifications.list({})).items[1]!.by).toMatch(/^owner /);
    // Gathering again tells nothing twice.
    await shop.gather();
    expect(await unreadOf(pia)).toBe(2);
  });

  it('are read with the conversation, by whoever reads it, and when it goes to somebody else', async () => {
    const anna = await shop.conversation('Anna');
    const mara = await shop.person('chat_manager');
    await shop.write(anna, 'Hello');
    await shop.gather();
    expect([await unreadOf(olga), await unreadOf(mara), await unreadOf(pia)]).toEqual([1, 1, 0]);
    await olga.client.conversations.assign({ id: anna, userIds: [mara.userId] });
    await shop.gather();
    expect([await unreadOf(olga), await unreadOf(mara)]).toEqual([0, 2]);
    await olga.client.conversations.markRead({ id: anna });
    await shop.gather();
    expect(await listOf(mara)).toHaveLength(2);
    expect(await unreadOf(mara)).toBe(1);
  });

  it('are not told to who has the conversation in front of them', async () => {
    const anna = await shop.conversation('Anna');
    const tabId = newId();
    await shop.write(anna, 'One');
    await shop.gather();
    expect(await unreadOf(olga)).toBe(1);
    await olga.client.notifications.attend({ tabId, turn: 2, focused: true, conversationId: anna });
    expect(await unreadOf(olga)).toBe(0);
    await shop.write(anna, 'Two');
    await shop.gather();
    expect(await unreadOf(olga)).toBe(0);
    await olga.client.notifications.attend({ tabId, turn: 3, focused: false, conversationId: anna });
    // Sent before it, and overtaken by it.
    await olga.client.notifications.attend({ tabId, turn: 1, focused: true, conversationId: anna });
    await shop.write(anna, 'Three');
    await shop.gather();
    expect(await unreadOf(olga)).toBe(1);
  });

  it('of a crowd are few notifications', async () => {
    const chats = await Promise.all(
      Array.from({ length: MOST_CONVERSATIONS + 5 }, (_, i) => shop.conversation(`Person ${i}`)),
    );
    for (const chat of chats) await shop.write(chat, 'Hello', 20);
    await shop.gather();
    const items = (await olga.client.notifications.list({ limit: 100 })).items;
    expect(items).toHaveLength(MOST_CONVERSATIONS + 1);
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(chats.length * 20);
    expect(items.filter(({ who }) => who === null).map(({ count }) => count)).toEqual([100]);
  });
});

describe('the list', () => {
  it('is paged, marked, and one’s own; it hides what one may no longer see', async () => {
    const [anna, bea] = [await shop.conversation('Anna'), await shop.conversation('Bea')];
    for (const id of [anna, bea]) await olga.client.conversations.assign({ id, userIds: [pia.userId] });
    await shop.write(anna, 'Hello');
    await shop.gather();
    const first = await pia.client.notifications.list({ limit: 2 });
    const rest = await pia.client.notifications.list({ limit: 2, cursor: first.nextCursor! });
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
    expect(rest.nextCursor).toBeNull();

    // Another person's ids change nothing.
    expect(await olga.client.notifications.markRead({ ids: [first.items[0]!.id] })).toEqual({ count: 0 });
    expect(await pia.client.notifications.markRead({ ids: [first.items[0]!.id] })).toEqual({ count: 1 });
    expect((await pia.client.notifications.list({ show: 'unread' })).items).toHaveLength(2);
    await olga.client.conversations.assign({ id: anna, userIds: [] });
    expect((await pia.client.notifications.list({})).items.map(({ who }) => who)).toEqual(['Bea']);
    expect(await unreadOf(pia)).toBe(1);
    expect((await pia.client.notifications.markRead({})).count).toBeGreaterThan(0);
    expect(await unreadOf(pia)).toBe(0);
  });

  it('goes with the contact, and with the membership', async () => {
    const anna = await shop.conversation('Anna');
    await shop.write(anna, 'Hello');
    await shop.gather();
    await shop.run(({ tx }) => tx.deleteFrom('conversations').where('id', '=', anna).execute());
    expect(await listOf(olga)).toEqual([]);
  });
});

it('tells of mentions, snoozes, campaigns and numbers', async () => {
  const anna = await shop.conversation('Anna');
  const note = await pia.client.conversations
    .addNote({ id: anna, text: 'Who knows her?', mentions: [olga.userId] })
    .catch(() => null);
  // The operator does not see it; a colleague does.
  expect(note).toBeNull();
  const mara = await shop.person('chat_manager');
  await mara.client.conversations.addNote({
    id: anna,
    text: 'Who knows her?',
    mentions: [olga.userId, pia.userId],
  });
  const [contact] = await shop.run(({ tx }) => tx.selectFrom('contacts').select('id').execute());
  await mara.client.tickets.create({ contactId: contact!.id, title: 'The belt', ownerId: pia.userId });
  await shop.happen('number.stage_changed', newId(), {
    stage: 'stopped',
    cause: 'low',
    until: null,
    text: 'Campaigns rest.',
  });
  await shop.gather();
  expect(await listOf(olga)).toEqual([
    { kind: 'number_stopped', count: 1, who: null, text: 'Campaigns rest.' },
    { kind: 'mentioned', count: 1, who: 'Anna', text: 'Who knows her?' },
  ]);
  expect((await pia.client.notifications.list({})).items).toMatchObject([
    { kind: 'ticket_assigned', name: 'The belt', by: mara.caller.actor.name },
  ]);
  expect(await listOf(mara)).toEqual([]);
});

it('tells the owner of an activity at its moment, once, until it is done, put off or somebody else’s', async () => {
  const mara = await shop.person('chat_manager');
  await shop.conversation('Anna');
  const [contact] = await shop.run(({ tx }) => tx.selectFrom('contacts').select('id').execute());
  await olga.client.pipelines.create({ name: 'Sales', stages: [{ name: 'First', probability: 10 }] });
  const deal = await olga.client.deals.create({ contactIds: [contact!.id], title: 'The shop' });
  const inMinutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
  const plan = (title: string, ownerId: string) =>
    olga.client.dealActivities.create({
      ...{ key: deal.id, title, ownerId, dueAt: inMinutes(40), remindAt: inMinutes(30) },
    });
  const call = await plan('Call Anna', mara.userId);
  const early = await plan('Done early', mara.userId);
  const later = await plan('Put off', mara.userId);
  const remind = async () => {
    for (const { id: activityId } of [call, early, later])
      await remindJob.run(services, { workspaceId: shop.id, activityId }, new AbortController().signal);
    await shop.gather();
  };
  await remind();
  expect(await listOf(mara)).toEqual([]);
  await mara.client.dealActivities.update({ id: early.id, done: true });
  await mara.client.dealActivities.update({ id: later.id, dueAt: inMinutes(100) });
  shiftClock(31 * 60_000);
  await remind();
  await remind();
  expect((await mara.client.notifications.list({})).items).toMatchObject([
    { kind: 'activity_due', count: 1, name: 'Call Anna', text: 'The shop', subjectId: deal.id },
  ]);
  expect(await listOf(olga)).toEqual([]);
  await olga.client.dealActivities.update({ id: call.id, ownerId: olga.userId });
  expect([await listOf(mara), await unreadOf(mara)]).toEqual([[], 0]);
  await olga.client.dealActivities.update({ id: call.id, ownerId: mara.userId });
  expect(await unreadOf(mara)).toBe(1);
  await mara.client.dealActivities.update({ id: call.id, done: true });
  expect(await unreadOf(mara)).toBe(0);
  shiftClock(91 * 60_000);
  await remind();
  expect(await listOf(mara)).toEqual([{ kind: 'activity_due', count: 1, who: null, text: 'The shop' }]);
});

it('tells once of a window that closes soon while the customer waits', async () => {
  const anna = await shop.conversation('Anna');
  const closesIn = (minutes: number) =>
    shop.run(({ tx, now }) =>
      tx
        .updateTable('conversations')
        .set({
          in_inbox: true,
          waiting_since: now,
          window_closes_at: new Date(now.getTime() + minutes * 60_000),
        })
        .where('id', '=', anna)
        .execute(),
    );
  const watch = () => watchWindowsJob.run(services, {}, new AbortController().signal);
  await closesIn(180);
  await watch();
  expect(await unreadOf(olga)).toBe(0);
  shiftClock(61 * 60_000);
  await watch();
  await watch();
  expect(await listOf(olga)).toEqual([{ kind: 'window_closing', count: 1, who: 'Anna', text: null }]);
});

describe('the digest', () => {
  /** What others are mailed meanwhile, such as of tickets, is theirs. */
  const mailsTo = ({ userId }: Person) => services.sent.filter((mail) => mail.to === `${userId}@example.com`);

  it('is mailed while one is away, once, without what was written', async () => {
    await services.db.kysely
      .updateTable('users')
      .set({ language: 'it' })
      .where('id', '=', pia.userId)
      .execute();
    const anna = await shop.conversation('Anna');
    await olga.client.conversations.assign({ id: anna, userIds: [pia.userId] });
    await shop.write(anna, 'A secret', 2);
    await shop.gather();
    services.sent.length = 0;
    await shop.digest(pia);
    expect(mailsTo(pia)).toEqual([]);
    shiftClock(11 * 60_000);
    await shop.digest(pia);
    await shop.digest(pia);
    expect(mailsTo(pia)).toHaveLength(1);
    const [mail] = mailsTo(pia);
    expect(mail!.subject).toBe('2 nuovi messaggi da Anna e un’altra notifica · Bottega Verde');
    expect(mail!.text).toContain('Anna è stato affidato a te');
    expect(mail!.text).not.toContain('secret');
  });

  it('waits for the end of quiet hours', async () => {
    const anna = await shop.conversation('Anna');
    const days = [1, 2, 3, 4, 5, 6, 7];
    await pia.client.notificationSettings.update({ quiet: { from: '00:00', to: '00:00', days } });
    await olga.client.conversations.assign({ id: anna, userIds: [pia.userId] });
    await shop.gather();
    services.sent.length = 0;
    shiftClock(60 * 60_000);
    await shop.digest(pia);
    expect(mailsTo(pia)).toEqual([]);
  });
});

it('waits for the rules, and tells of a message whom they gave it to', async () => {
  const anna = await shop.conversation('Anna');
  await olga.client.team.setRules({ areOn: true, rules: [] });
  await shop.write(anna, 'Hello');
  await shop.gather();
  expect([await unreadOf(olga), await unreadOf(pia)]).toEqual([0, 0]);
  await olga.client.conversations.assign({ id: anna, userIds: [pia.userId] });
  shiftClock(2_000);
  await shop.gather();
  expect(await unreadOf(olga)).toBe(0);
  expect((await listOf(pia)).map(({ kind }) => kind).sort()).toEqual(['assigned', 'message_mine']);
});

it('tells once of a message that a rule gave away', async () => {
  const [anna, bea] = [await shop.conversation('Anna'), await shop.conversation('Bea')];
  const actor = { kind: 'automation', id: newId(), name: 'Mornings' } as const;
  const give = (id: string) =>
    shop.run(async (tx) => {
      const call = { ...tx, actor };
      await tellAssigned(call, await setAssigneesOfMany(call, [id], [pia.userId]), [pia.userId]);
    });
  await shop.write(anna, 'Hello');
  await give(anna);
  await give(bea);
  await shop.gather();
  expect((await listOf(pia)).map(({ kind, who }) => [kind, who]).sort()).toEqual([
    ['assigned', 'Bea'],
    ['message_mine', 'Anna'],
  ]);
});

it('tells the author of a scheduled message that was not sent, until it is sent or discarded', async () => {
  const anna = await shop.conversation('Anna');
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const late = { id: anna, text: 'Hello', sendAt: inAnHour, evenIfClosed: true };
  const { id } = await olga.client.conversations.schedule(late);
  shiftClock(2 * 3_600_000);
  await sendScheduledJob.run(services, { workspaceId: shop.id, id }, new AbortController().signal);
  await shop.gather();
  const [told] = (await olga.client.notifications.list({})).items;
  expect(told).toMatchObject({ kind: 'scheduled_refused', who: 'Anna', text: 'window_closed' });
  expect(wordsOf(told!, 'it', false)).toEqual({
    title: 'Il tuo messaggio a Anna non è partito',
    body: 'Erano passate più di 24 ore da quando il cliente ha scritto.',
  });
  expect(pathOf(told!)).toBe(`/inbox?open=${anna}`);
  await olga.client.conversations.cancelScheduled({ id: anna, scheduledId: id });
  expect([await unreadOf(olga), await listOf(olga)]).toEqual([0, []]);
});

it('asks for no sound of who does not want to be disturbed', async () => {
  const anna = await shop.conversation('Anna');
  const chimeOf = async ({ client }: Person) => (await client.notifications.summary({})).chimeAt;
  await olga.client.team.setPresence({ chosen: 'busy' });
  await shop.write(anna, 'Hello');
  await shop.gather();
  expect([await unreadOf(olga), await chimeOf(olga)]).toEqual([1, null]);
  await olga.client.team.setPresence({ chosen: 'online' });
  await shop.write(anna, 'Hello?');
  await shop.gather();
  expect(await chimeOf(olga)).not.toBeNull();
});

describe('settings', () => {
  it('show the kinds that concern one, and what was chosen counts at once', async () => {
    const before = await pia.client.notificationSettings.get();
    expect(before.kinds.map(({ kind }) => kind)).not.toContain('number_stopped');
    expect(before).toMatchObject({ quiet: null, timeZone: 'Europe/Rome', preview: false });
    const kinds = [{ kind: 'assigned' as const, channels: [] }];
    const after = await pia.client.notificationSettings.update({ kinds, preview: true });
    expect(after.kinds.find(({ kind }) => kind === 'assigned')!.channels).toEqual([]);
    expect(after.preview).toBe(true);
    expect((await pia.client.notificationSettings.update({ timeZone: 'Asia/Tokyo' })).preview).toBe(true);
    await expect(pia.client.notificationSettings.update({ timeZone: 'Moon/Sea' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const anna = await shop.conversation('Anna');
    await olga.client.conversations.assign({ id: anna, userIds: [pia.userId] });
    await shop.gather();
    expect(await listOf(pia)).toEqual([]);
  });
});
