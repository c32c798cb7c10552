// Drafts on the server: one's own, per conversation, gone when emptied; and answers whose id the browser chose.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { openConversation } from '../../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../../test/support/workspace.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;
let operator: Client;
let operatorId: string;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  const caller = await workspace.caller('chat_operator');
  operator = clientFor(services, caller);
  operatorId = caller.userId!;
  const contact = await owner.contacts.create({ phone: '+393335550000', firstName: 'Anna' });
  id = await openConversation(workspace, contact.id);
  await workspace.run(({ tx, now }) =>
    tx
      .updateTable('conversations')
      .set({
        in_inbox: true,
        last_message_at: now,
        window_closes_at: new Date(now.getTime() + 3_600_000),
      })
      .execute(),
  );
});
afterAll(() => database.drop());

it('are a person’s own, on both sides, and marked in their list', async () => {
  expect(await owner.conversations.drafts({ id })).toEqual({ reply: '', note: '' });
  await owner.conversations.saveDraft({ id, side: 'reply', text: 'Sì, dom' });
  await owner.conversations.saveDraft({ id, side: 'reply', text: 'Sì, domani' });
  await owner.conversations.saveDraft({ id, side: 'note', text: 'Da richiamare' });
  expect(await owner.conversations.drafts({ id })).toEqual({ reply: 'Sì, domani', note: 'Da richiamare' });
  expect((await owner.conversations.list({})).items).toMatchObject([{ id, draft: 'Sì, domani' }]);
  const colleague = await workspace.client('chat_manager');
  expect(await colleague.conversations.drafts({ id })).toEqual({ reply: '', note: '' });
  expect((await colleague.conversations.list({})).items).toMatchObject([{ id, draft: null }]);
  await owner.conversations.saveDraft({ id, side: 'reply', text: ' ' });
  expect(await owner.conversations.get({ id })).toMatchObject({ draft: null });
});

it('are kept by an operator only for what is assigned to them', async () => {
  const save = () => operator.conversations.saveDraft({ id, side: 'reply', text: 'Ciao' });
  await expect(save()).rejects.toMatchObject({ code: 'not_found' });
  await expect(operator.conversations.drafts({ id })).rejects.toMatchObject({ code: 'not_found' });
  await owner.conversations.assign({ id, userIds: [operatorId] });
  await save();
  expect((await operator.conversations.drafts({ id })).reply).toBe('Ciao');
});

it('an answer of one id is one, whoever asks again; of somebody else’s it is refused', async () => {
  const messageId = newId();
  const one = await owner.conversations.send({ id, text: 'Una volta', messageId });
  const two = await owner.conversations.send({ id, text: 'Una volta', messageId });
  expect([one.id, two.id]).toEqual([messageId, messageId]);
  expect((await owner.conversations.messages({ id })).items).toHaveLength(1);
  await expect(operator.conversations.send({ id, text: 'Altro', messageId })).rejects.toMatchObject({
    code: 'message_exists',
  });
});
