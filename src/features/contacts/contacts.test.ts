// Contacts through the typed client: creation, change, filters, bulk actions, consent, who may see whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client('owner');
});
afterAll(() => database.drop());

let next = 3_330_000_000;
const phone = () => `+39${next++}`;
const names = (page: { items: { firstName: string }[] }) => page.items.map((c) => c.firstName).sort();

/** A workspace of its own, for tests that count. */
async function fresh() {
  const own = await createWorkspace(services);
  return { own, client: await own.client('owner') };
}

describe('a contact', () => {
  it('is created with a national number, values, tags and lists', async () => {
    const tag = await owner.tags.create({ name: 'VIP' });
    const list = await owner.lists.create({ name: 'Newsletter' });
    await owner.fields.create({ label: 'Birthday', type: 'date' });
    const contact = await owner.contacts.create({
      phone: '333 123 4567',
      firstName: ' Ada ',
      email: 'ada@example.com',
      fields: { BIRTHDAY: '10/12/1815' },
      consent: 'subscribed',
      consentSource: 'paper form',
      tagIds: [tag.id],
      listIds: [list.id],
    });
    expect(contact).toMatchObject({
      phone: '+393331234567',
      firstName: 'Ada',
      displayName: 'Ada',
      fields: { BIRTHDAY: '1815-12-10' },
      consent: 'subscribed',
      consentSource: 'paper form',
      tags: [{ name: 'VIP' }],
      lists: [{ name: 'Newsletter' }],
      source: 'manual',
    });
    expect(await owner.contacts.get({ id: contact.id })).toEqual(contact);
    expect((await owner.lists.get({ id: list.id })).memberCount).toBe(1);
    const again = owner.contacts.create({ phone: '+39 333 1234567' });
    await expect(again).rejects.toMatchObject({ code: 'contact_exists', details: { contactId: contact.id } });
  });

  it('names every fault of its input', async () => {
    const wrong = owner.contacts.create({ phone: '12', fields: { NOPE: 1, BIRTHDAY: 'soon' } });
    await expect(wrong).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'phone' }, { path: 'fields.NOPE' }, { path: 'fields.BIRTHDAY' }],
    });
    await expect(owner.contacts.create({ firstName: 'Nobody' })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('is changed in part; null removes a value', async () => {
    const { id } = await owner.contacts.create({
      phone: phone(),
      lastName: 'Rossi',
      fields: { BIRTHDAY: '2000-01-01' },
    });
    const changed = await owner.contacts.update({ id, firstName: 'Mario', fields: { BIRTHDAY: null } });
    expect(changed).toMatchObject({ firstName: 'Mario', lastName: 'Rossi', fields: {} });
    const other = await owner.contacts.create({ phone: phone() });
    await expect(owner.contacts.update({ id, phone: other.phone! })).rejects.toMatchObject({
      code: 'contact_exists',
    });
    await expect(owner.contacts.update({ id, phone: null })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('is made or changed by synchronising, each person once', async () => {
    const { client } = await fresh();
    const [a, b] = [phone(), phone()];
    const first = await client.contacts.sync({
      contacts: [
        { phone: a, firstName: 'A' },
        { phone: a, lastName: 'Z' },
      ],
    });
    expect(first).toMatchObject({ created: 1, updated: 1 });
    const second = await client.contacts.sync({ contacts: [{ phone: a, firstName: 'AA' }, { phone: b }] });
    expect(second).toMatchObject({ created: 1, updated: 1 });
    expect(await client.contacts.get({ id: first.ids[0]! })).toMatchObject({
      firstName: 'AA',
      lastName: 'Z',
    });
  });

  it('is deleted with what hangs on it', async () => {
    const { client } = await fresh();
    const list = await client.lists.create({ name: 'L' });
    const { id } = await client.contacts.create({ phone: phone(), listIds: [list.id] });
    await client.contacts.delete({ id });
    await expect(client.contacts.get({ id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await client.lists.get({ id: list.id })).memberCount).toBe(0);
  });
});

describe('the list', () => {
  it('pages by newest and by name without gaps or repeats', async () => {
    const { client } = await fresh();
    for (const firstName of ['Carla', 'anna', 'Bruno', '', 'Élise'])
      await client.contacts.create({ phone: phone(), firstName });
    for (const sort of ['newest', 'name'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.contacts.list({ sort, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((contact) => contact.firstName));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([...seen].sort()).toEqual(['', 'Bruno', 'Carla', 'anna', 'Élise'].sort());
      if (sort === 'newest') expect(seen[0]).toBe('Élise');
      else expect(seen.indexOf('anna')).toBeLessThan(seen.indexOf('Bruno'));
    }
  });

  it('searches without regard to capitals, of any language', async () => {
    const { client } = await fresh();
    for (const firstName of ['Ángel', 'Пётр', 'Ñandú'])
      await client.contacts.create({ phone: phone(), firstName });
    for (const search of ['Ángel', 'áNGEL', 'пётр', 'ПЁТР', 'ÑAN'])
      expect((await client.contacts.list({ search })).items, search).toHaveLength(1);
  });

  it('searches words, numbers with spaces, and takes % and _ for themselves', async () => {
    const { client } = await fresh();
    await client.contacts.create({ phone: '+393337654321', firstName: 'Maria', lastName: 'Bianchi' });
    await client.contacts.create({ phone: phone(), firstName: 'Mario', lastName: '100%_pure' });
    const find = async (search: string) => names(await client.contacts.list({ search }));
    expect(await find('mari')).toEqual(['Maria', 'Mario']);
    expect(await find('bianchi mar')).toEqual(['Maria']);
    expect(await find('333 765')).toEqual(['Maria']);
    expect(await find('0%_p')).toEqual(['Mario']);
    expect(await find('ia')).toEqual(['Maria']);
    expect(await find('nobody')).toEqual([]);
  });

  it('filters by tag, list, consent, blocked and typed fields', async () => {
    const { client } = await fresh();
    const tag = await client.tags.create({ name: 'T' });
    await client.fields.create({ label: 'Age', type: 'number' });
    await client.fields.create({ label: 'City' });
    const make = (firstName: string, more: object) =>
      client.contacts.create({ phone: phone(), firstName, ...more });
    await make('A', { tagIds: [tag.id], fields: { AGE: 9, CITY: 'Rome' } });
    const b = await make('B', { fields: { AGE: 30, CITY: 'Milan' }, consent: 'unsubscribed' });
    await make('C', {});
    await client.contacts.block({ selection: { ids: [b.id] } });
    const find = async (filter: object) => names(await client.contacts.list(filter));
    expect(await find({ tagIds: [tag.id] })).toEqual(['A']);
    expect(await find({ withoutTagIds: tag.id as never })).toEqual(['B', 'C']);
    expect(await find({ consent: ['unsubscribed'] })).toEqual(['B']);
    expect(await find({ blocked: 'true' as never })).toEqual(['B']);
    expect(await find({ blocked: false })).toEqual(['A', 'C']);
    const where = (code: string, check: string, value = '') => find({ fields: [{ code, check, value }] });
    expect(await where('AGE', 'above', '10')).toEqual(['B']);
    expect(await where('AGE', 'below', '10')).toEqual(['A']);
    expect(await where('CITY', 'is', 'rome')).toEqual(['A']);
    expect(await where('CITY', 'is_not', 'rome')).toEqual(['B', 'C']);
    expect(await where('CITY', 'is_empty')).toEqual(['C']);
    expect(await where('CITY', 'contains', 'IL')).toEqual(['B']);
    await expect(where('AGE', 'above', 'old')).rejects.toMatchObject({ code: 'bad_input' });
    expect(await client.contacts.count({ blocked: false })).toEqual({ count: 2 });
  });
});

describe('many at once', () => {
  it('are tagged, listed and untagged by filter, and the counters follow', async () => {
    const { client } = await fresh();
    const [tag, list] = [await client.tags.create({ name: 'T' }), await client.lists.create({ name: 'L' })];
    const { ids } = await client.contacts.sync({
      contacts: Array.from({ length: 30 }, (_, i) => ({ phone: phone(), firstName: i < 10 ? 'x' : 'y' })),
    });
    const some = { filter: { search: 'x +39' }, exceptIds: [ids[0]!] };
    expect(await client.contacts.addTags({ selection: some, tagIds: [tag.id] })).toEqual({ affected: 9 });
    expect(await client.contacts.addTags({ selection: some, tagIds: [tag.id] })).toEqual({ affected: 0 });
    await client.contacts.addToLists({ selection: { filter: {} }, listIds: [list.id] });
    expect(await client.lists.get({ id: list.id })).toMatchObject({ memberCount: 30 });
    await client.contacts.removeFromLists({
      selection: { filter: { tagIds: [tag.id] } },
      listIds: [list.id],
    });
    await client.contacts.removeTags({ selection: { ids: ids.slice(0, 3) }, tagIds: [tag.id] });
    expect(await client.lists.get({ id: list.id })).toMatchObject({ memberCount: 21 });
    expect((await client.tags.list({})).items[0]).toMatchObject({ contactCount: 7 });
    expect(await client.contacts.deleteMany({ selection: { filter: { tagIds: [tag.id] } } })).toEqual({
      affected: 7,
    });
    expect((await client.tags.list({})).items[0]).toMatchObject({ contactCount: 0 });
    const missing = client.contacts.addTags({ selection: { filter: {} }, tagIds: [newId()] });
    await expect(missing).rejects.toMatchObject({ code: 'tag_not_found' });
  });

  it('leave their lists when blocked, and do not come back', async () => {
    const { client } = await fresh();
    const list = await client.lists.create({ name: 'L' });
    const { id } = await client.contacts.create({ phone: phone(), listIds: [list.id] });
    expect(await client.contacts.block({ selection: { ids: [id] } })).toEqual({ affected: 1 });
    expect(await client.contacts.addToLists({ selection: { ids: [id] }, listIds: [list.id] })).toEqual({
      affected: 0,
    });
    await client.contacts.unblock({ selection: { ids: [id] } });
    expect(await client.contacts.get({ id })).toMatchObject({ blockedAt: null, lists: [] });
  });

  it('merge tags', async () => {
    const { client } = await fresh();
    const [a, b] = [await client.tags.create({ name: 'a' }), await client.tags.create({ name: 'b' })];
    await client.contacts.create({ phone: phone(), tagIds: [a.id, b.id] });
    await client.contacts.create({ phone: phone(), tagIds: [a.id] });
    expect(await client.tags.merge({ id: a.id, intoId: b.id })).toMatchObject({ name: 'b', contactCount: 2 });
    expect((await client.tags.list({})).items).toHaveLength(1);
  });
});

describe('consent', () => {
  it('keeps its history, and does not change when it is the same', async () => {
    const { id } = await owner.contacts.create({
      phone: phone(),
      consent: 'subscribed',
      consentSource: 'fair',
    });
    const set = (consent: 'subscribed' | 'unsubscribed') =>
      owner.contacts.setConsent({ selection: { ids: [id] }, consent, source: 'phone call' });
    expect(await set('subscribed')).toEqual({ affected: 0 });
    expect(await set('unsubscribed')).toEqual({ affected: 1 });
    const history = await owner.contacts.consentHistory({ id });
    expect(history.items.map((entry) => [entry.consent, entry.source])).toEqual([
      ['unsubscribed', 'phone call'],
      ['subscribed', 'fair'],
    ]);
    expect(history.items[0]!.by).toMatch(/^owner/);
  });
});

describe('a chat operator', () => {
  it('sees only the contacts of conversations assigned to them', async () => {
    const caller = await workspace.caller('chat_operator');
    const operator = clientFor(services, caller);
    const mine = await owner.contacts.create({ phone: phone(), firstName: 'Mine' });
    const other = await owner.contacts.create({ phone: phone(), firstName: 'Other' });
    expect((await operator.contacts.list({})).items).toEqual([]);
    await workspace.run(async ({ tx, workspaceId: workspace_id, now }) => {
      const conversation = await openConversation(workspace, mine.id);
      await tx
        .insertInto('conversation_assignees')
        .values({ workspace_id, conversation_id: conversation, user_id: caller.userId!, assigned_at: now })
        .execute();
    });
    expect(names(await operator.contacts.list({}))).toEqual(['Mine']);
    await expect(operator.contacts.get({ id: other.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(operator.contacts.update({ id: other.id, firstName: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const sync = operator.contacts.sync({ contacts: [{ phone: other.phone!, firstName: 'x' }] });
    await expect(sync).rejects.toMatchObject({ code: 'forbidden' });
    const all = { selection: { filter: {} } };
    expect(await operator.contacts.block(all)).toEqual({ affected: 1 });
    expect((await owner.contacts.get({ id: other.id })).blockedAt).toBeNull();
    await expect(operator.contacts.deleteMany(all)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
