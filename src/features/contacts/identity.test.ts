// Who is who: people whom WhatsApp names by user id and number, two contacts that are one, many at the same time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConversation } from '../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import {
  audienceOf,
  changeIdentity,
  fillPlaceholders,
  findOrCreateByWhatsApp,
  placeholderValues,
  readContacts,
  setConsent,
  type WhatsAppPerson,
} from './contacts.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase(12);
  workspace = await createWorkspace(testServices(database));
  owner = await workspace.client('owner');
});
afterAll(() => database.drop());

const meet = (...people: WhatsAppPerson[]) => workspace.run((call) => findOrCreateByWhatsApp(call, people));

describe('a person on WhatsApp', () => {
  it('is made once, and found by number, user id and either spelling', async () => {
    const [id] = await meet({ waId: '551187654321', userId: 'BR.1', profileName: 'Bea' });
    expect(await meet({ waId: '551187654321' }, { userId: 'BR.1' }, { waId: '5511987654321' })).toEqual([
      id,
      id,
      id,
    ]);
    expect(await owner.contacts.get({ id: id! })).toMatchObject({
      phone: '+5511987654321',
      waId: '5511987654321',
      userId: 'BR.1',
      profileName: 'Bea',
      source: 'whatsapp',
    });
  });

  it('may hide the number', async () => {
    const [id] = await meet({ userId: 'IT.hidden', username: 'ada', profileName: 'Ada' });
    expect(await owner.contacts.get({ id: id! })).toMatchObject({
      phone: null,
      displayName: 'Ada',
      username: 'ada',
    });
    await meet({ userId: 'IT.hidden', waId: '393337000001' });
    expect(await owner.contacts.get({ id: id! })).toMatchObject({
      phone: '+393337000001',
      profileName: 'Ada',
    });
  });

  it('who was made by hand gets WhatsApp’s names, and keeps the own ones', async () => {
    const { id } = await owner.contacts.create({ phone: '+393337000002', firstName: 'Mario' });
    expect(await meet({ waId: '393337000002', userId: 'IT.m', profileName: 'Super Mario' })).toEqual([id]);
    expect(await owner.contacts.get({ id })).toMatchObject({
      displayName: 'Mario',
      profileName: 'Super Mario',
      userId: 'IT.m',
      waId: '393337000002',
    });
  });

  it('who changes number stays one contact', async () => {
    const [id] = await meet({ waId: '393337000003', userId: 'IT.old' });
    await workspace.run((call) =>
      changeIdentity(call, { userId: 'IT.old' }, { userId: 'IT.new', waId: '393337000004' }),
    );
    expect(await meet({ userId: 'IT.new' }, { waId: '393337000004' })).toEqual([id, id]);
    expect(await owner.contacts.get({ id: id! })).toMatchObject({ phone: '+393337000004' });
  });

  it('is made once by many at the same time', async () => {
    const people = Array.from({ length: 40 }, (_, i) => ({ waId: `39333800${1000 + (i % 20)}` }));
    const rounds = await Promise.all(
      Array.from({ length: 8 }, (_, i) => meet(...(i % 2 ? people : [...people].reverse()))),
    );
    expect(new Set(rounds.flat()).size).toBe(20);
  });
});

describe('two contacts that are one person', () => {
  it('become the older one, with everything of both', async () => {
    const tag = await owner.tags.create({ name: 'Both' });
    const list = await owner.lists.create({ name: 'Both' });
    const [hidden] = await meet({ userId: 'IT.both', profileName: 'Both' });
    const known = await owner.contacts.create({
      phone: '+393337000010',
      firstName: 'Carla',
      consent: 'subscribed',
      tagIds: [tag.id],
      listIds: [list.id],
    });
    expect(await meet({ userId: 'IT.both', waId: '393337000010' })).toEqual([hidden]);
    expect(await owner.contacts.get({ id: hidden! })).toMatchObject({
      phone: '+393337000010',
      userId: 'IT.both',
      firstName: 'Carla',
      profileName: 'Both',
      consent: 'subscribed',
      tags: [{ id: tag.id }],
      lists: [{ id: list.id }],
    });
    await expect(owner.contacts.get({ id: known.id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await owner.contacts.consentHistory({ id: hidden! })).items).toHaveLength(1);
    expect((await owner.lists.get({ id: list.id })).memberCount).toBe(1);
  });

  it('never lose a conversation by it', async () => {
    const a = await owner.contacts.create({ phone: '+393337000020' });
    const b = await owner.contacts.create({ phone: '+393337000021' });
    const conversation = await openConversation(workspace, b.id);
    const merged = await owner.contacts.merge({ id: a.id, otherId: b.id }).catch(() => undefined);
    const row = await workspace.run(({ tx }) =>
      tx.selectFrom('conversations').select('contact_id').where('id', '=', conversation).executeTakeFirst(),
    );
    expect(row?.contact_id).toBe(merged ? a.id : b.id);
  });
});

describe('what other features read', () => {
  it('is the audience of lists and hand-picked people, each once', async () => {
    const list = await owner.lists.create({ name: 'Audience' });
    const { ids } = await owner.contacts.sync({
      contacts: [
        { phone: '+393337000030', listIds: [list.id] },
        { phone: '+393337000031', listIds: [list.id] },
        { phone: '+393337000032' },
      ],
    });
    const rows = await workspace.run(async (call) => {
      const query = audienceOf(call, { listIds: [list.id], contactIds: [ids[1]!, ids[2]!] });
      return (await query.execute(call.tx)).rows;
    });
    const times = Object.fromEntries(rows.map((row) => [row.contact_id, row.times]));
    expect(times).toEqual({ [ids[0]!]: 1, [ids[1]!]: 2, [ids[2]!]: 1 });
  });

  it('is values for texts', async () => {
    await owner.fields.create({ label: 'Points', type: 'number' });
    const { id } = await owner.contacts.create({
      phone: '+393337000040',
      firstName: 'Ada',
      fields: { POINTS: 0 },
    });
    const contact = (await workspace.run((call) => readContacts(call, [id]))).get(id)!;
    const values = placeholderValues(contact, 'Bottega');
    expect(fillPlaceholders('%%FIRST_NAME%% has %%POINTS%%, %%EMAIL%%%%ACCOUNT_NAME%% 5%%', values)).toEqual({
      text: 'Ada has 0, Bottega 5%%',
      missing: ['EMAIL'],
    });
  });

  it('is consent in batches, told once', async () => {
    const { ids } = await owner.contacts.sync({
      contacts: [{ phone: '+393337000050' }, { phone: '+393337000051' }],
    });
    const twice = [...ids, ...ids];
    expect(
      (await workspace.run((call) => setConsent(call, twice, 'unsubscribed', 'stop word'))).sort(),
    ).toEqual([...ids].sort());
    expect(await workspace.run((call) => setConsent(call, twice, 'unsubscribed', 'stop word'))).toEqual([]);
    const told = await workspace.run(({ tx }) =>
      tx
        .selectFrom('events')
        .select('payload')
        .where('name', '=', 'contact.consent_changed')
        .where('subject_id', 'in', ids)
        .execute(),
    );
    expect(told).toHaveLength(2);
    expect(told[0]!.payload).toEqual({ from: 'not_declared', to: 'unsubscribed', source: 'stop word' });
  });
});
