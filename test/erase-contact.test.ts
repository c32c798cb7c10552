// A contact is deleted with everything of theirs: afterwards no table and no file knows of them.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from './support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from './support/workspace.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
const [leaving, staying] = ['+393337790001', '+393337790002'];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

async function wrote(number: string, name: string) {
  const write = (body: object) => product.control('POST', `/customers/${number}/messages`, { ...body, name });
  await write({ text: `Parola segreta di ${name}` });
  await write({ image: { bytes_base64: PNG.toString('base64'), mime_type: 'image/png', caption: 'Foto' } });
  return eventually(async () => {
    const chat = (await owner.conversations.list({ search: number })).items[0];
    const media = chat && (await owner.conversations.attachments({ id: chat.id, of: 'media' }));
    return media?.items.length ? chat : undefined;
  });
}

/** Tables in which a row tells of one of these. */
function mentioning(...words: string[]): Promise<string[]> {
  return workspace.run(async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(tx);
    const patterns = words.map((word) => `%${word}%`);
    const found: string[] = [];
    for (const { name } of rows) {
      const text = name === 'webhook_bodies' ? sql`convert_from(body, 'UTF8')` : sql`x::text`;
      const hit =
        await sql`select 1 from ${sql.table(name)} x where ${text} like any (${patterns}::text[]) limit 1`
          .execute(tx)
          // What a tenant may not read holds nothing of a tenant.
          .catch((error: Error) =>
            /permission denied/.test(error.message) ? { rows: [] } : Promise.reject(error),
          );
      if (hit.rows.length > 0) found.push(name);
    }
    return found.sort();
  });
}

it('leaves nothing of them, and everything of others', async () => {
  const chat = await wrote(leaving!, 'Ludovica');
  const other = await wrote(staying!, 'Ottavia');
  const { id } = chat.contact;
  const tag = await owner.tags.create({ name: 'Gold' });
  await owner.contacts.addTags({ selection: { ids: [id] }, tagIds: [tag.id] });
  await owner.contacts.setConsent({ selection: { ids: [id] }, consent: 'subscribed', source: 'form' });
  await owner.conversations.addNote({ id: chat.id, text: 'Ludovica ama il blu' });
  const answer = await owner.conversations.send({ id: chat.id, text: 'Ciao Ludovica' });
  // What WhatsApp tells of it is here before they go.
  await eventually(async () => {
    const { items } = await owner.conversations.messages({ id: chat.id });
    return items.find((one) => one.id === answer.id)?.state === 'read';
  });
  await owner.tickets.create({ title: 'Reso di Ludovica', contactId: id });
  await owner.pipelines.create({ name: 'Vendite' });
  for (const contactIds of [[id], [id, other.contact.id]]) await owner.deals.create({ contactIds });
  const files = await workspace.run(async ({ tx }) => {
    const { rows } = await sql<{ id: string }>`select mm.file_id as id from message_media mm
      join messages m on m.workspace_id = mm.workspace_id and m.id = mm.message_id
      where m.conversation_id = ${chat.id}`.execute(tx);
    return rows.map((row) => row.id);
  });
  expect(files).toHaveLength(1);
  const before = await mentioning(leaving!.slice(1), id, 'Ludovica');
  expect(before).toEqual(
    expect.arrayContaining([
      'contacts',
      'conversation_entries',
      'messages',
      'tickets',
      'deals',
      'webhook_bodies',
    ]),
  );
  const { counts } = await owner.contacts.deletion({ id });
  expect(counts).toMatchObject({
    conversations: 1,
    messages: 3,
    files: 1,
    notes: 1,
    tickets: 1,
    deals: 2,
    consentChanges: 1,
  });

  await owner.contacts.delete({ id });
  await expect(owner.contacts.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await owner.conversations.list({ show: 'all' })).items.map((one) => one.id)).toEqual([other.id]);
  await eventually(async () => (await mentioning(leaving!.slice(1))).length === 0);
  // Ids of what is gone may stand in the log of events and in the audit log; nothing that tells of a person.
  await eventually(async () => {
    const left = await mentioning(id, chat.id);
    return left.every((table) => ['audit_log', 'events'].includes(table));
  });
  expect(await mentioning('Ludovica', leaving!.slice(1))).toEqual([]);
  const left = await workspace.run(({ tx }) =>
    tx.selectFrom('files').select('id').where('id', '=', files[0]!).execute(),
  );
  expect(left).toEqual([]);
  const { items } = await owner.audit.list({});
  expect(items.map((entry) => entry.action)).toEqual(
    expect.arrayContaining(['contact.deleted', 'contact.erased']),
  );
  expect(await mentioning('Ottavia')).toEqual(expect.arrayContaining(['contacts', 'messages']));
  expect((await owner.conversations.attachments({ id: other.id, of: 'media' })).items).toHaveLength(1);
});

it('is a new contact when they write again', async () => {
  await product.control('POST', `/customers/${leaving}/messages`, { text: 'Rieccomi', name: 'Ludovica' });
  const chat = await eventually(async () => (await owner.conversations.list({ search: leaving! })).items[0]);
  expect(chat.contact.tags).toEqual([]);
  expect((await owner.conversations.messages({ id: chat.id })).items).toHaveLength(1);
});
