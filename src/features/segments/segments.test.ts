// Segments through the typed client: what conditions mean, who may see whom, and what a campaign makes of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactConditions } from '#features/contacts/contact-conditions.contract.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;
const ids: Record<string, string> = {};
let vip: string;
let loyal: string;
let shop: string;

beforeAll(async () => {
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
  owner = await workspace.client();
  vip = (await owner.tags.create({ name: 'VIP' })).id;
  loyal = (await owner.tags.create({ name: 'Loyal' })).id;
  shop = (await owner.lists.create({ name: 'Shop' })).id;
  await owner.fields.create({ label: 'Points', code: 'POINTS', type: 'number' });
  const add = async (name: string, phone: string, more: object = {}) => {
    ids[name] = (await owner.contacts.create({ phone, firstName: name, ...more })).id;
  };
  await add('Ana', '+393331234501', {
    tagIds: [vip, loyal],
    fields: { POINTS: 120 },
    email: 'ana@example.com',
  });
  await add('Ben', '+14165550123', { tagIds: [vip], listIds: [shop], consent: 'subscribed' });
  await add('Cleo', '+12125550123', { listIds: [shop], fields: { POINTS: 10 }, consent: 'unsubscribed' });
  await add('Dino', '+393331234502', { language: 'it' });
  ids.Eve = (await owner.contacts.create({ userId: 'IT.987654', firstName: 'Eve' })).id;
  await workspace.run((call) =>
    call.tx
      .updateTable('contacts')
      .set({
        last_inbound_at: new Date(call.now.getTime() - 40 * 86_400_000),
        created_at: new Date('2024-05-10T23:30:00Z'),
      })
      .where('id', '=', ids.Ana!)
      .execute(),
  );
  await workspace.run((call) =>
    call.tx.updateTable('contacts').set({ last_inbound_at: call.now }).where('id', '=', ids.Ben!).execute(),
  );
});
afterAll(() => database?.drop());

type Conditions = ContactConditions['groups'][number]['conditions'];
const all = (...conditions: object[]): ContactConditions => ({
  match: 'all',
  groups: [{ match: 'all', conditions: conditions as Conditions }],
});
const who = async (conditions: ContactConditions) => {
  const { items } = await owner.segments.contacts({ conditions });
  expect((await owner.segments.count({ conditions })).count).toBe(items.length);
  return items.map((contact) => contact.firstName).sort();
};

describe('conditions over contacts', () => {
  const cases: [what: string, conditions: object, names: string[]][] = [
    ['any tag', { about: 'tags', check: 'any_of', ids: 'vip,loyal' }, ['Ana', 'Ben']],
    ['all tags', { about: 'tags', check: 'all_of', ids: 'vip,loyal' }, ['Ana']],
    ['no tag', { about: 'tags', check: 'none_of', ids: 'vip' }, ['Cleo', 'Dino', 'Eve']],
    ['a list', { about: 'lists', check: 'any_of', ids: 'shop' }, ['Ben', 'Cleo']],
    ['a field', { about: 'field', code: 'POINTS', check: 'above', value: '50' }, ['Ana']],
    [
      'an empty field',
      { about: 'field', code: 'POINTS', check: 'is_empty', value: '' },
      ['Ben', 'Dino', 'Eve'],
    ],
    ['a text', { about: 'text', of: 'first_name', check: 'begins_with', value: 'd' }, ['Dino']],
    ['a missing text', { about: 'text', of: 'email', check: 'is_empty' }, ['Ben', 'Cleo', 'Dino', 'Eve']],
    ['a literal %', { about: 'text', of: 'first_name', check: 'contains', value: '%' }, []],
    [
      'consent',
      { about: 'consent', check: 'none_of', values: ['unsubscribed'] },
      ['Ana', 'Ben', 'Dino', 'Eve'],
    ],
    [
      'a country, also of a hidden number',
      { about: 'country', check: 'any_of', values: ['IT'] },
      ['Ana', 'Dino', 'Eve'],
    ],
    ['a country that shares its code', { about: 'country', check: 'any_of', values: ['US'] }, ['Cleo']],
    ['both of them', { about: 'country', check: 'any_of', values: ['US', 'CA'] }, ['Ben', 'Cleo']],
    ['another country', { about: 'country', check: 'none_of', values: ['IT'] }, ['Ben', 'Cleo']],
    ['who wrote lately', { about: 'time', of: 'last_inbound', check: 'within_days', days: 30 }, ['Ben']],
    [
      'who was silent',
      { about: 'time', of: 'last_inbound', check: 'not_within_days', days: 30 },
      ['Ana', 'Cleo', 'Dino', 'Eve'],
    ],
    ['who never wrote', { about: 'time', of: 'last_inbound', check: 'never' }, ['Cleo', 'Dino', 'Eve']],
    // 23:30 UTC is the next day in Rome.
    [
      'before a day of the workspace',
      { about: 'time', of: 'created', check: 'before', date: '2024-05-11' },
      [],
    ],
    ['before the next day', { about: 'time', of: 'created', check: 'before', date: '2024-05-12' }, ['Ana']],
    [
      'after a day',
      { about: 'time', of: 'created', check: 'after', date: '2024-05-11' },
      ['Ben', 'Cleo', 'Dino', 'Eve'],
    ],
    ['reachable', { about: 'unreachable', is: false }, ['Ana', 'Ben', 'Cleo', 'Dino', 'Eve']],
  ];
  it.each(cases)('%s', async (_what, condition, names) => {
    const named = { vip, loyal, shop } as Record<string, string>;
    const { ids: list } = condition as { ids?: string };
    const full = list ? { ...condition, ids: list.split(',').map((name) => named[name]) } : condition;
    expect(await who(all(full))).toEqual(names);
  });

  it('joins groups by all or any', async () => {
    const inItaly = { about: 'country', check: 'any_of', values: ['IT'] };
    const isVip = { about: 'tags', check: 'any_of', ids: [vip] };
    const inShop = { about: 'lists', check: 'any_of', ids: [shop] };
    expect(await who(all(inItaly, isVip))).toEqual(['Ana']);
    const groups = [
      { match: 'all', conditions: [inItaly, isVip] },
      { match: 'any', conditions: [inShop] },
    ] as ContactConditions['groups'];
    expect(await who({ match: 'any', groups })).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(await who({ match: 'all', groups })).toEqual([]);
  });

  it('says which condition does not fit', async () => {
    const refused = (condition: object, path: string) =>
      expect(
        owner.segments.count({ conditions: all({ about: 'blocked', is: false }, condition) }),
      ).rejects.toMatchObject({
        code: 'bad_input',
        fields: [{ path: `conditions.groups.0.conditions.1.${path}` }],
      });
    await refused({ about: 'field', code: 'NO_SUCH', check: 'is_set', value: '' }, 'code');
    await refused({ about: 'country', check: 'any_of', values: ['QQ'] }, 'values');
    await refused({ about: 'text', of: 'email', check: 'is', value: ' ' }, 'value');
    await refused({ about: 'time', of: 'created', check: 'after' }, 'date');
  });
});

describe('segments', () => {
  const italians = all({ about: 'country', check: 'any_of', values: ['IT'] });

  it('are kept, renamed and deleted', async () => {
    const segment = await owner.segments.create({ name: 'Italians', conditions: italians });
    expect(segment.conditions.groups[0]!.conditions[0]).toMatchObject({ about: 'country', values: ['IT'] });
    await expect(owner.segments.create({ name: 'italians', conditions: italians })).rejects.toMatchObject({
      code: 'segment_exists',
    });
    await owner.segments.update({ id: segment.id, name: 'From Italy' });
    expect(await owner.segments.get({ id: segment.id })).toMatchObject({
      name: 'From Italy',
      conditions: italians,
    });
    expect((await owner.segments.list({ search: 'italy' })).items).toHaveLength(1);
    await owner.segments.delete({ id: segment.id });
    await expect(owner.segments.get({ id: segment.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('show an operator only the people they may see', async () => {
    const operator = await workspace.client('chat_operator');
    expect(await operator.segments.count({ conditions: italians })).toEqual({ count: 0 });
  });

  it('are part of a campaign’s audience, and of whom it leaves out', async () => {
    const segment = await owner.segments.create({ name: 'Italy', conditions: italians });
    const clients = await owner.segments.create({
      name: 'Clients',
      conditions: all({ about: 'field', code: 'POINTS', check: 'is_set', value: '' }),
    });
    const nobody = { listIds: [], contactIds: [], everyone: false, requireConsent: false };
    const count = async (audience: object) =>
      owner.campaigns.estimate({ audience: { ...nobody, ...audience } as never });
    expect(await count({ segmentIds: [segment.id] })).toMatchObject({ audience: 3 });
    expect(await count({ segmentIds: [segment.id, clients.id] })).toMatchObject({
      audience: 3,
      excluded: { unsubscribed: 1, duplicate: 1 },
    });
    expect(await count({ tagIds: [vip, loyal] })).toMatchObject({ audience: 2 });
    expect(await count({ tagIds: [vip, loyal], tagMatch: 'all' })).toMatchObject({ audience: 1 });
    expect(
      await count({ everyone: true, except: { segmentIds: [segment.id], listIds: [], tagIds: [] } }),
    ).toMatchObject({ audience: 1, excluded: { in_exception: 3, unsubscribed: 1 } });
    expect(
      await count({ everyone: true, except: { tagIds: [vip], listIds: [shop], segmentIds: [] } }),
    ).toMatchObject({ audience: 2, excluded: { in_exception: 3 } });
    await expect(
      owner.campaigns.create({ name: 'Nowhere', audience: { ...nobody, tagIds: [segment.id] } as never }),
    ).rejects.toMatchObject({ code: 'tag_not_found' });
    await owner.campaigns.create({
      name: 'To Italy',
      audience: { ...nobody, segmentIds: [segment.id] } as never,
    });
    await expect(owner.segments.delete({ id: segment.id })).rejects.toMatchObject({ code: 'segment_in_use' });
  });
});
