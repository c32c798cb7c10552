// Scheduled messages: sent once at their time, in their author's name, and only when sending is allowed then.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAfterScheduledJob } from '#features/conversations/jobs/look-after-scheduled.job.ts';
import { sendScheduledJob } from '#features/conversations/jobs/send-scheduled.job.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { openConversation } from '../../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../../test/support/workspace.ts';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(now().getTime() + hours * HOUR_MS).toISOString();

let database: TestDatabase;
let services: Services;
let workspace: TestWorkspace;
let owner: Client;
let operator: Client;
let operatorId: string;
let contactId: string;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  const caller = await workspace.caller('chat_operator');
  operator = clientFor(services, caller);
  operatorId = caller.userId!;
  contactId = (await owner.contacts.create({ phone: '+393335550000', firstName: 'Anna' })).id;
  id = await openConversation(workspace, contactId);
  await workspace.run(({ tx }) =>
    tx
      .updateTable('conversations')
      .set({ window_closes_at: new Date(now().getTime() + 20 * HOUR_MS) })
      .execute(),
  );
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

const run = (scheduledId: string) =>
  sendScheduledJob.run(
    services,
    { workspaceId: workspace.id, id: scheduledId },
    new AbortController().signal,
  );
const sent = async () =>
  (await owner.conversations.messages({ id })).items.map((one) => one.content.text ?? one.kind);
const waiting = async () => (await owner.conversations.scheduled({ id })).items;
const inTime = async (hours: number, work: () => Promise<unknown>) => {
  shiftClock(hours * HOUR_MS);
  try {
    await work();
  } finally {
    shiftClock(0);
  }
};

/** The queue's tables belong to the login. */
async function asLogin<Row extends pg.QueryResultRow>(text: string, value: string) {
  const login = new pg.Client({ connectionString: database.url });
  await login.connect();
  try {
    return await login.query<Row>(text, [value]);
  } finally {
    await login.end();
  }
}

async function runAtOf(scheduledId: string): Promise<string[]> {
  const { rows } = await asLogin<{ at: Date }>(
    'select run_at as at from graphile_worker.jobs where key = $1',
    `conversations.scheduled:${scheduledId}`,
  );
  return rows.map((row) => row.at.toISOString());
}

it('is sent once at its time, not before, whoever runs the job how often', async () => {
  const made = await owner.conversations.schedule({ id, text: 'A domani', sendAt: inHours(2) });
  expect(made).toMatchObject({ state: 'waiting', answer: { text: 'A domani' }, windowOpen: true });
  await run(made.id);
  expect(await sent()).toEqual([]);
  await inTime(3, () => Promise.all([run(made.id), run(made.id), run(made.id)]));
  expect(await sent()).toEqual(['A domani']);
  expect(await waiting()).toEqual([]);
});

it('is changed, put off and cancelled', async () => {
  const made = await owner.conversations.schedule({ id, text: 'Prima', sendAt: inHours(2) });
  await owner.conversations.reschedule({ id, scheduledId: made.id, text: 'Dopo', sendAt: inHours(5) });
  await inTime(3, () => run(made.id));
  expect(await waiting()).toMatchObject([{ id: made.id, answer: { text: 'Dopo' } }]);
  await owner.conversations.cancelScheduled({ id, scheduledId: made.id });
  await inTime(6, () => run(made.id));
  expect(await sent()).toEqual(['A domani']);
  await expect(
    owner.conversations.reschedule({ id, scheduledId: made.id, text: 'Di nuovo' }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

it('beyond the window needs a word, and is kept with the reason when the customer did not write', async () => {
  const late = { id, text: 'Tra due giorni', sendAt: inHours(48) };
  await expect(owner.conversations.schedule(late)).rejects.toMatchObject({ code: 'window_will_be_closed' });
  const made = await owner.conversations.schedule({ ...late, evenIfClosed: true });
  expect(made.windowOpen).toBe(false);
  await inTime(49, () => run(made.id));
  expect(await waiting()).toMatchObject([
    { id: made.id, state: 'refused', failure: { code: 'window_closed' } },
  ]);
  await owner.conversations.reschedule({ id, scheduledId: made.id, sendAt: inHours(1) });
  await inTime(2, () => run(made.id));
  expect((await sent()).sort()).toEqual(['A domani', 'Tra due giorni']);
});

it('obeys a block, and the rights that the author has then', async () => {
  const blocked = await owner.conversations.schedule({ id, text: 'Bloccato', sendAt: inHours(1) });
  await owner.contacts.block({ selection: { ids: [contactId] } });
  await inTime(2, () => run(blocked.id));
  expect(await waiting()).toMatchObject([{ failure: { code: 'contact_blocked' } }]);
  await owner.contacts.unblock({ selection: { ids: [contactId] } });
  await owner.conversations.cancelScheduled({ id, scheduledId: blocked.id });

  await expect(operator.conversations.schedule({ id, text: 'No', sendAt: inHours(1) })).rejects.toMatchObject(
    { code: 'not_found' },
  );
  await owner.conversations.assign({ id, userIds: [operatorId] });
  const one = await operator.conversations.schedule({ id, text: 'Mio', sendAt: inHours(1) });
  const two = await operator.conversations.schedule({ id, text: 'Anche', sendAt: inHours(1) });
  await inTime(2, () => run(one.id));
  await owner.conversations.assign({ id, userIds: [] });
  await inTime(2, () => run(two.id));
  expect(await sent()).toContain('Mio');
  expect(await sent()).not.toContain('Anche');
  expect(await waiting()).toMatchObject([
    { answer: { text: 'Anche' }, state: 'refused', failure: { code: 'author_may_not' } },
  ]);
});

it('takes times in the future only', async () => {
  for (const sendAt of [inHours(-1), inHours(24 * 400)])
    await expect(owner.conversations.schedule({ id, text: 'x', sendAt })).rejects.toMatchObject({
      code: 'bad_input',
    });
});

it('goes in the name of whoever changed it last, or sends it at once', async () => {
  const refused = (await waiting())[0]!;
  const { author } = await owner.conversations.reschedule({
    id,
    scheduledId: refused.id,
    sendAt: inHours(1),
  });
  expect(author.name).not.toBe(refused.author.name);
  await inTime(2, () => run(refused.id));
  expect(await waiting()).toEqual([]);
  const soon = await owner.conversations.schedule({ id, text: 'Subito', sendAt: inHours(1) });
  const message = await owner.conversations.sendScheduled({ id, scheduledId: soon.id });
  expect(message).toMatchObject({ id: soon.id, content: { text: 'Subito' } });
  await inTime(2, () => run(soon.id));
  expect((await sent()).filter((text) => text === 'Subito')).toHaveLength(1);
  await expect(owner.conversations.sendScheduled({ id, scheduledId: soon.id })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('goes in order with what was to go before, also of one time', async () => {
  const sendAt = inHours(1);
  const first = await owner.conversations.schedule({ id, text: 'Uno', sendAt });
  const second = await owner.conversations.schedule({ id, text: 'Due', sendAt });
  await inTime(2, () => Promise.all([run(second.id), run(first.id)]));
  expect((await sent()).filter((text) => text === 'Uno' || text === 'Due')).toEqual(['Due', 'Uno']);
});

it('is put in the queue again when it comes before its time', async () => {
  const made = await owner.conversations.schedule({ id, text: 'Presto', sendAt: inHours(1) });
  await run(made.id);
  expect(await runAtOf(made.id)).toEqual([made.sendAt]);
  await owner.conversations.cancelScheduled({ id, scheduledId: made.id });
});

it('is tried again when something went wrong, and hours later refused', async () => {
  const made = await owner.conversations.schedule({ id, text: 'Guasto', sendAt: inHours(1) });
  await workspace.run(({ tx }) =>
    tx
      .updateTable('scheduled_messages')
      .set({ content: '{"answer": {"text": "x", "buttons": 5}}' })
      .where('id', '=', made.id)
      .execute(),
  );
  const stateOf = async () =>
    (await workspace.run(({ tx }) =>
      tx
        .selectFrom('scheduled_messages')
        .select(['state', 'failure_code'])
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow(),
    ))!;
  await inTime(4, () => expect(run(made.id)).rejects.toThrow());
  expect(await stateOf()).toEqual({ state: 'waiting', failure_code: null });
  // Its job gave up, or is lost.
  await asLogin(
    'delete from graphile_worker._private_jobs where key = $1',
    `conversations.scheduled:${made.id}`,
  );
  await inTime(6, async () => {
    await lookAfterScheduledJob.run(services, {}, new AbortController().signal);
    expect((await runAtOf(made.id)).map((at) => at > made.sendAt)).toEqual([true]);
    await run(made.id);
  });
  expect(await stateOf()).toEqual({ state: 'refused', failure_code: 'given_up' });
  const told = await workspace.run(({ tx }) =>
    tx.selectFrom('events').select(['payload']).where('subject_id', '=', made.id).execute(),
  );
  expect(told).toMatchObject([
    { payload: { conversationId: id, authorId: expect.any(String), code: 'given_up' } },
  ]);
  await owner.conversations.cancelScheduled({ id, scheduledId: made.id });
});

it('is not sent hours late because nobody was there at its time', async () => {
  const made = await owner.conversations.schedule({ id, text: 'Ci vediamo tra un’ora', sendAt: inHours(1) });
  await inTime(5.1, () => run(made.id));
  const { items } = await owner.conversations.scheduled({ id });
  expect(items.find((one) => one.id === made.id)).toMatchObject({
    state: 'refused',
    failure: { code: 'given_up' },
  });
  expect(await sent()).not.toContain('Ci vediamo tra un’ora');
  await owner.conversations.cancelScheduled({ id, scheduledId: made.id });
});

it('asks for an answer or a template, and refuses at once what could never be sent', async () => {
  const sendAt = inHours(1);
  for (const wrong of [
    { id, sendAt },
    { id, sendAt, text: 'x', templateId: newId() },
    { id, sendAt, buttons: [{ title: 'Sì' }] },
  ])
    await expect(owner.conversations.schedule(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  for (const missing of [{ templateId: newId() }, { fileId: newId() }, { text: 'x', replyToId: newId() }])
    await expect(owner.conversations.schedule({ id, sendAt, ...missing })).rejects.toMatchObject({
      code: 'not_found',
    });
});

it('moves with its conversation when contacts are merged', async () => {
  const other = await owner.contacts.create({ phone: '+393335550001' });
  const otherId = newId();
  await workspace.run(async ({ tx, workspaceId: workspace_id, now: created_at }) => {
    const { number_id } = await tx
      .selectFrom('conversations')
      .select('number_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const row = { workspace_id, id: otherId, number_id, contact_id: other.id, created_at };
    await tx.insertInto('conversations').values(row).execute();
  });
  await owner.conversations.schedule({ id: otherId, text: 'Resta', sendAt: inHours(1), evenIfClosed: true });
  await owner.contacts.merge({ id: contactId, otherId: other.id });
  expect(await waiting()).toMatchObject([{ answer: { text: 'Resta' } }]);
});

it('is a template at any time, and marketing only to whoever is subscribed then, unless that is confirmed', async () => {
  const templateId = newId();
  await workspace.run(async ({ tx, workspaceId: workspace_id, now: created_at }) => {
    const { account_id } = await tx.selectFrom('numbers').select('account_id').executeTakeFirstOrThrow();
    const body = { text: 'Ciao {{1}}', examples: {} };
    const content = { header: { kind: 'none' }, body, footer: null, buttons: [] };
    await tx
      .insertInto('templates')
      .values({
        ...{ workspace_id, id: templateId, account_id, name: 'ciao', language: 'it', category: 'marketing' },
        ...{ status: 'approved', remote_id: '1', created_at, updated_at: created_at },
        content: JSON.stringify(content),
      })
      .execute();
  });
  const made = await owner.conversations.schedule({
    ...{ id, templateId, texts: { 'body.1': 'Anna' } },
    sendAt: inHours(300),
  });
  expect(made).toMatchObject({ answer: null, template: { name: 'ciao', text: 'Ciao Anna' } });
  await owner.contacts.setConsent({
    selection: { ids: [contactId] },
    consent: 'unsubscribed',
    source: 'test',
  });
  await inTime(301, () => run(made.id));
  expect(await waiting()).toContainEqual(
    expect.objectContaining({
      id: made.id,
      failure: expect.objectContaining({ code: 'contact_unsubscribed' }),
    }),
  );
  const now = { id, scheduledId: made.id };
  await expect(owner.conversations.sendScheduled(now)).rejects.toMatchObject({
    code: 'contact_unsubscribed',
  });
  await owner.conversations.sendScheduled({ ...now, confirmUnsubscribed: true });
  expect(await waiting()).not.toContainEqual(expect.objectContaining({ id: made.id }));
});
