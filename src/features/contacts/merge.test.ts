// Merging two contacts at somebody's word: what it would do, whose values stay, the stricter consent, nothing lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { openConversation } from '../../../test/support/conversation.ts';
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
let phones = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
  owner = await workspace.client();
  await owner.fields.create({ label: 'City', type: 'text' });
});
afterAll(() => database.drop());

type New = Parameters<Client['contacts']['create']>[0];
const make = (more: Partial<New> = {}) => {
  phones += 1;
  return owner.contacts.create({ phone: `+3933399010${10 + phones}`, ...more });
};

it('is told before: who stays, who goes, what moves', async () => {
  const [older, newer] = [await make(), await make()];
  await openConversation(workspace, newer.id);
  await owner.tickets.create({ title: 'Rimborso', contactId: newer.id });
  const preview = await owner.contacts.mergePreview({ id: newer.id, otherId: older.id });
  expect(preview).toMatchObject({
    staysId: older.id,
    goneId: newer.id,
    moves: { conversations: 1, tickets: 1 },
  });
  const merged = await owner.contacts.merge({ id: newer.id, otherId: older.id });
  expect(merged.id).toBe(older.id);
  expect((await owner.tickets.list({ contactId: older.id })).items).toMatchObject([{ title: 'Rimborso' }]);
});

it('gives the values that were chosen, and else those of the one that stays', async () => {
  const older = await make({
    firstName: 'Anna',
    lastName: 'Verdi',
    email: 'old@example.com',
    language: 'it',
    notes: 'Uno',
    fields: { CITY: 'Bari' },
  });
  const newer = await make({
    firstName: 'Annamaria',
    email: 'new@example.com',
    language: 'en',
    notes: 'Due',
    fields: { CITY: 'Lecce' },
  });
  const merged = await owner.contacts.merge({
    id: older.id,
    otherId: newer.id,
    prefer: { name: newer.id, phone: newer.id, 'fields.CITY': newer.id, email: older.id },
  });
  expect(merged).toMatchObject({
    id: older.id,
    firstName: 'Annamaria',
    lastName: '',
    phone: newer.phone,
    email: 'old@example.com',
    language: 'it',
    notes: 'Uno\nDue',
    fields: { CITY: 'Lecce' },
  });
  const { items } = await owner.audit.list({});
  const entry = items.find((one) => one.action === 'contact.merged' && one.subjectId === older.id);
  expect(entry?.details).toEqual({ goneId: newer.id, preferred: ['name', 'phone', 'fields.CITY'] });
});

it('takes what only the other has, whatever was chosen', async () => {
  const older = await make({ fields: { CITY: 'Bari' } });
  const newer = await make({ firstName: 'Bruno', email: 'bruno@example.com' });
  const merged = await owner.contacts.merge({
    id: older.id,
    otherId: newer.id,
    prefer: { name: older.id, email: older.id, 'fields.CITY': newer.id },
  });
  expect(merged).toMatchObject({ firstName: 'Bruno', email: 'bruno@example.com', fields: { CITY: 'Bari' } });
});

describe('the stricter word counts', () => {
  const mergeOf = async (one: Partial<New>, two: Partial<New>) => {
    const [a, b] = [await make(one), await make(two)];
    return owner.contacts.merge({ id: a.id, otherId: b.id });
  };

  it('of consent, also when it is the older one, and the history ends with it', async () => {
    const left = await mergeOf({ consent: 'unsubscribed' }, { consent: 'subscribed' });
    expect(left.consent).toBe('unsubscribed');
    const { items } = await owner.contacts.consentHistory({ id: left.id });
    expect(items.map(({ consent, source }) => [consent, source])[0]).toEqual(['unsubscribed', 'merge']);
    expect(items).toHaveLength(3);
    expect((await mergeOf({ consent: 'subscribed' }, { consent: 'unsubscribed' })).consent).toBe(
      'unsubscribed',
    );
    expect((await mergeOf({}, { consent: 'subscribed' })).consent).toBe('subscribed');
    expect((await mergeOf({ consent: 'subscribed' }, {})).consent).toBe('subscribed');
  });

  it('of blocking: the one contact is blocked and in no list', async () => {
    const list = await owner.lists.create({ name: 'Natale' });
    const [blocked, listed] = [await make(), await make({ listIds: [list.id] })];
    await owner.contacts.block({ selection: { ids: [blocked.id] } });
    const merged = await owner.contacts.merge({ id: blocked.id, otherId: listed.id });
    expect(merged).toMatchObject({ id: blocked.id, blockedAt: expect.any(String), lists: [] });
    expect((await owner.lists.get({ id: list.id })).memberCount).toBe(0);
  });
});

it('refuses what is not a choice between the two, and contacts that one does not see', async () => {
  const [a, b] = [await make(), await make()];
  const merge = (prefer: Record<string, string>) => owner.contacts.merge({ id: a.id, otherId: b.id, prefer });
  await expect(merge({ phone: newId() })).rejects.toMatchObject({ fields: [{ path: 'prefer.phone' }] });
  await expect(merge({ consent: a.id })).rejects.toMatchObject({ fields: [{ path: 'prefer.consent' }] });
  await expect(owner.contacts.merge({ id: a.id, otherId: a.id })).rejects.toMatchObject({
    code: 'bad_input',
  });
  const operator = await workspace.client('chat_operator');
  const unseen = { code: 'not_found' };
  await expect(operator.contacts.mergePreview({ id: a.id, otherId: b.id })).rejects.toMatchObject(unseen);
  await expect(operator.contacts.merge({ id: a.id, otherId: b.id })).rejects.toMatchObject(unseen);
  expect((await owner.contacts.get({ id: b.id })).id).toBe(b.id);
});
