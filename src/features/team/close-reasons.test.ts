// Handing a conversation over with a note, and the reasons for closing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notifiedWorkspace } from '../../../test/support/notified.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testServices } from '../../../test/support/workspace.ts';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof notifiedWorkspace>>;
let anna: Awaited<ReturnType<typeof world.person>>;
let marco: typeof anna;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await notifiedWorkspace(database, testServices(database));
  anna = await world.person('chat_manager');
  marco = await world.person('chat_operator');
});
afterAll(() => database.drop());

it('a conversation is handed over with a note, which the new one is told', async () => {
  const id = await world.conversation('Giulia');
  const note = 'She waits for the refund since Monday.';
  const given = await anna.client.conversations.assign({ id, userIds: [marco.userId], note });
  expect(given.assignees.map(({ userId }) => userId)).toEqual([marco.userId]);
  await world.gather();
  const [told] = (await marco.client.notifications.list({})).items;
  expect(told).toMatchObject({ kind: 'assigned', conversationId: id, text: note });
  const { items } = await marco.client.conversations.timeline({ id });
  expect(items[0]).toMatchObject({
    type: 'activity',
    kind: 'assigned',
    content: { to: [{ userId: marco.userId }], note },
  });
  // Nothing changes: nothing is noted.
  const again = { ids: [id], userIds: [marco.userId], note: 'Again' };
  expect(await anna.client.conversations.assignMany(again)).toEqual({ count: 0 });
  expect((await marco.client.conversations.timeline({ id })).items).toHaveLength(items.length);
});

it('reasons are offered in their order, each once', async () => {
  expect(await marco.client.team.getCloseReasons({})).toEqual({ reasons: [] });
  const reasons = ['Solved', 'No answer', 'Spam'];
  await anna.client.team.setCloseReasons({ reasons });
  expect(await marco.client.team.getCloseReasons({})).toEqual({ reasons });
  await expect(anna.client.team.setCloseReasons({ reasons: ['Spam', 'spam'] })).rejects.toMatchObject({
    fields: [{ path: 'reasons.1' }],
  });
});
