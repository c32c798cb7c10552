// What people decide about messages of which nobody knows whether they left.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enqueueMessages } from '#features/sending/sending.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { createSendingWorld, type SendingWorld } from '../../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let simulator: Simulator;
let workspace: TestWorkspace;
let world: SendingWorld;
let owner: Client;
let contacts: string[];
let campaignId: string;
let messages: { id: string; conversationId: string }[];

beforeAll(async () => {
  database = await createTestDatabase(4);
  const services = testServices(database);
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
  workspace = await createWorkspace(services);
  world = await createSendingWorld(services, workspace.id, simulator.url);
  owner = await workspace.client();
  contacts = await world.people(['+393330000001', '+393330000002', '+393330000003']);
});
afterAll(async () => {
  await world.close();
  await simulator.close();
  await database.drop();
});

/** A campaign with one message that waits for proof, one that was left, and one that was read. */
beforeEach(async () => {
  await world.within(({ tx }) => tx.deleteFrom('messages').execute());
  campaignId = (await owner.campaigns.create({ name: 'Autumn', numberId: world.numberId })).id;
  await world.within(async (call) => {
    messages = await enqueueMessages(
      call,
      contacts.map((id) => world.message(id, { campaignId })),
    );
    await sql`insert into campaign_recipients (workspace_id, campaign_id, contact_id, state, message_id)
      select workspace_id, campaign_id, contact_id, 'started', id from messages`.execute(call.tx);
    const [waiting, left, read] = messages.map((message) => message.id);
    await sql`update campaigns set state = 'completed', audience_count = 3, uncertain_count = 2, read_count = 1
      where id = ${campaignId}`.execute(call.tx);
    await sql`update messages set state = 'uncertain' where id in (${waiting}, ${left})`.execute(call.tx);
    await sql`update messages set state = 'read' where id = ${read}`.execute(call.tx);
    await sql`update send_queue set uncertain_since = now(), claimed_at = now(), claim = message_id,
      due_at = now() + interval '1 minute', attempts = 1 where message_id = ${waiting}`.execute(call.tx);
    await sql`delete from send_queue where message_id in (${left}, ${read})`.execute(call.tx);
  });
});

const queue = () =>
  world.within(({ tx }) => tx.selectFrom('send_queue').selectAll().orderBy('message_id').execute());
const shown = async () => {
  const { items } = await owner.campaigns.recipients({ id: campaignId, filter: 'uncertain' });
  return items.map((item) => item.waitsUntil !== null).sort();
};
const auditOf = async () => (await owner.audit.list({})).items[0];

describe('uncertain messages of a campaign', () => {
  it('say until when they wait, or that nothing is done by itself', async () => {
    expect(await shown()).toEqual([false, true]);
  });

  it('tell of each one how often it was tried and what is done with it by itself', async () => {
    const waits = await owner.campaigns.recipient({ id: campaignId, contactId: contacts[0]! });
    expect(waits.recipient.state).toBe('uncertain');
    expect(waits.message).toMatchObject({
      state: 'uncertain',
      queue: {
        attempts: 1,
        resends: 0,
        claimedAt: null,
        uncertainSince: expect.any(String),
        mayResend: true,
      },
    });
    const left = await owner.conversations.messageHistory({
      id: messages[1]!.conversationId,
      messageId: messages[1]!.id,
    });
    expect(left).toMatchObject({ state: 'uncertain', queue: null, failure: null });
    await expect(
      owner.conversations.messageHistory({
        id: messages[0]!.conversationId,
        messageId: messages[1]!.id,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are sent again, also those that were left, when a person says so', async () => {
    expect(await owner.campaigns.settleUncertain({ id: campaignId, decision: 'send_again' })).toEqual({
      count: 2,
    });
    const rows = await queue();
    expect(rows.map((row) => row.message_id)).toEqual(messages.slice(0, 2).map((message) => message.id));
    expect(rows.every((row) => row.uncertain_since === null && row.resends === 1 && row.priority === 9)).toBe(
      true,
    );
    expect(await auditOf()).toMatchObject({
      action: 'campaign.uncertain_sent_again',
      details: { messages: 2 },
    });
    // Nothing is left to decide.
    expect(await owner.campaigns.settleUncertain({ id: campaignId, decision: 'send_again' })).toEqual({
      count: 0,
    });
  });

  it('are waited for no longer when a person says so', async () => {
    expect(await owner.campaigns.settleUncertain({ id: campaignId, decision: 'leave' })).toEqual({
      count: 1,
    });
    expect(await queue()).toEqual([]);
    expect(await shown()).toEqual([false, false]);
    expect(await auditOf()).toMatchObject({ action: 'campaign.uncertain_left' });
  });

  it('can be decided about one person at a time', async () => {
    const input = { id: campaignId, decision: 'send_again' as const, contactIds: [contacts[1]!] };
    expect(await owner.campaigns.settleUncertain(input)).toEqual({ count: 1 });
  });

  it('are not sent again for a campaign that stands still, nor by who may not', async () => {
    await world.within(({ tx }) => tx.updateTable('campaigns').set({ state: 'paused' }).execute());
    const input = { id: campaignId, decision: 'send_again' as const };
    await expect(owner.campaigns.settleUncertain(input)).rejects.toMatchObject({ code: 'campaign_paused' });
    const operator = await workspace.client('chat_operator');
    await expect(operator.campaigns.settleUncertain(input)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an uncertain message of a conversation', () => {
  const settle = (index: number, decision: 'send_again' | 'leave') =>
    owner.conversations.settleUncertain({
      id: messages[index]!.conversationId,
      messageId: messages[index]!.id,
      decision,
    });

  it('is sent again, or not waited for', async () => {
    expect((await settle(0, 'leave')).waitsUntil).toBeNull();
    expect(await auditOf()).toMatchObject({ action: 'message.uncertain_left', subjectId: messages[0]!.id });
    await settle(1, 'send_again');
    expect((await queue()).map((row) => row.message_id)).toEqual([messages[1]!.id]);
  });

  it('is left alone once it is known what became of it', async () => {
    await expect(settle(2, 'send_again')).rejects.toMatchObject({ code: 'message_certain' });
  });
});
