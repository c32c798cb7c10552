// Quick replies: the team's and one's own, who may change which, and what the contact's values make of them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropUnusedJob } from '#features/quick-replies/jobs/drop-unused.job.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let services: Services;
let workspace: TestWorkspace;
let manager: Client;
let operator: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  manager = await workspace.client('chat_manager');
  operator = await workspace.client('chat_operator');
});
afterAll(() => database.drop());

async function keepFile(name: string): Promise<string> {
  const id = newId();
  await workspace.run(({ tx, workspaceId: workspace_id, now: created_at }) =>
    tx
      .insertInto('files')
      .values({
        ...{ workspace_id, id, bytes_id: id, name, mime_type: 'application/pdf', size: 3, sha256: 'x' },
        ...{ purpose: 'quick_reply', created_at },
      })
      .execute(),
  );
  return id;
}

const shortcuts = async (client: Client) =>
  (await client.quickReplies.list()).items.map(
    ({ shortcut, shared }) => `${shortcut}${shared ? '' : ' own'}`,
  );

it('are the team’s or one’s own, and nobody sees those of others', async () => {
  await manager.quickReplies.create({ shortcut: ' Thanks ', text: 'Grazie!', shared: true });
  await manager.quickReplies.create({ shortcut: 'mine', text: 'Solo mio' });
  await operator.quickReplies.create({ shortcut: 'thanks', text: 'Grazie mille!' });
  expect(await shortcuts(manager)).toEqual(['mine own', 'thanks']);
  expect((await shortcuts(operator)).sort()).toEqual(['thanks', 'thanks own']);
});

it('the team’s are changed by those who may, one’s own by oneself', async () => {
  const shared = (await operator.quickReplies.list()).items.find((one) => one.shared)!;
  const own = (await operator.quickReplies.list()).items.find((one) => !one.shared)!;
  const words = { shortcut: 'thanks', text: 'Altro' };
  for (const refused of [
    () => operator.quickReplies.create({ ...words, shared: true }),
    () => operator.quickReplies.update({ id: shared.id, ...words }),
    () => operator.quickReplies.delete({ id: shared.id }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'forbidden' });
  await expect(manager.quickReplies.update({ id: own.id, ...words })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await operator.quickReplies.update({ id: own.id, ...words })).toMatchObject({ text: 'Altro' });
  await operator.quickReplies.delete({ id: own.id });
  expect(await shortcuts(operator)).toEqual(['thanks']);
});

it('have one shortcut each', async () => {
  const again = { shortcut: 'thanks', text: 'Di nuovo', shared: true };
  await expect(manager.quickReplies.create(again)).rejects.toMatchObject({ code: 'shortcut_exists' });
  const other = await manager.quickReplies.create({ ...again, shortcut: 'hours' });
  await expect(manager.quickReplies.update({ ...again, id: other.id })).rejects.toMatchObject({
    code: 'shortcut_exists',
  });
  for (const shortcut of ['', 'due parole', 'così', '/thanks'])
    await expect(manager.quickReplies.create({ ...again, shortcut })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
});

it('are filled with what is known of the contact, only in chats that one may see', async () => {
  const contact = await manager.contacts.create({ phone: '+393335550000', firstName: 'Anna' });
  const conversationId = await openConversation(workspace, contact.id);
  const { id } = await manager.quickReplies.create({
    shortcut: 'ready',
    text: 'Ciao %%FIRST_NAME%%, è pronto. %%LAST_NAME%% — %%ACCOUNT_NAME%%',
    shared: true,
  });
  expect(await manager.quickReplies.fill({ id, conversationId })).toEqual({
    text: 'Ciao Anna, è pronto.  — Bottega Verde',
    missing: ['LAST_NAME'],
  });
  await expect(operator.quickReplies.fill({ id, conversationId })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('have a file with them, also without words; what nothing shows any more is dropped', async () => {
  const fileId = await keepFile('listino.pdf');
  const made = await operator.quickReplies.create({ shortcut: 'prices', text: '', fileId });
  expect(made).toMatchObject({ text: '', file: { id: fileId, name: 'listino.pdf', size: 3 } });
  await expect(operator.quickReplies.create({ shortcut: 'empty', text: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const missing = { shortcut: 'other', text: '', fileId: newId() };
  await expect(operator.quickReplies.create(missing)).rejects.toMatchObject({ code: 'not_found' });
  const isKept = () =>
    workspace.run(({ tx }) => tx.selectFrom('files').select('id').where('id', '=', fileId).execute());
  const drop = () =>
    dropUnusedJob.run(services, { workspaceId: workspace.id, fileId }, new AbortController().signal);
  await drop();
  expect(await isKept()).toHaveLength(1);
  await operator.quickReplies.update({ id: made.id, shortcut: 'prices', text: 'A voce' });
  await drop();
  expect(await isKept()).toEqual([]);
});
