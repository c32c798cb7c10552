// Deals out to CSV and in again, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, clientFor } from '../../../test/support/workspace.ts';
import { readAmount, writeAmount } from './read-deal-row.ts';

let database: TestDatabase;
let server: TestServer;
let address: string;
let owner: Client;
let headers: Record<string, string>;
let anna: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  address = await server.listen();
  const person = await addMember(server, null, 'owner');
  const settings = {
    name: 'Here',
    country: 'IT',
    language: 'en' as const,
    timeZone: 'Europe/Rome',
    isDemo: false,
  };
  const workspaceId = await addWorkspace(server.services, person.userId, settings);
  const actor = { kind: 'person', id: person.userId, name: 'Giulia' } as const;
  const permissions = new Set(ROLE_PERMISSIONS.owner);
  owner = clientFor(server.services, {
    actor,
    userId: person.userId,
    workspaceId,
    role: 'owner',
    permissions,
  });
  const { secret } = await owner.apiKeys.create({
    name: 'Test',
    scopes: ['deals:read', 'deals:write', 'contacts:read', 'chats:all'],
  });
  headers = { authorization: `Bearer ${secret}`, 'content-type': 'text/csv' };
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  await owner.pipelines.create({ name: 'Sales', stages: [{ name: 'First', probability: 10 }] });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const load = async (csv: string, query = '') => {
  const answer = await fetch(`${address}/api/v1/deals/import${query}`, {
    method: 'POST',
    body: csv,
    headers,
  });
  return (await answer.json()) as {
    created: number;
    updated: number;
    skipped: number;
    rejected: { row: number; reason: string }[];
  };
};

describe('CSV', () => {
  it('comes back as it went out; rows that cannot be are told with the reason', async () => {
    const ownerName = (await owner.members.list({})).items[0]!.name;
    const csv = [
      'Title;Contacts;Stage;Owner;Amount;Currency;Close date;Reference',
      `"Kitchen; blue";333 111 2233;first;${ownerName};1250,50;EUR;2030-02-01;ORD-1`,
      `;+393331112233;Won;${ownerName};;;;`,
      `Strange;+393339999999;;${ownerName};;;;`,
      `Wrong;+393331112233;Nowhere;${ownerName};;;;`,
      `Money;+393331112233;;${ownerName};12.x;;;`,
      `Nobody;+393331112233;;Nobody;;;;`,
      ';;;;;;;',
      `Alone;;;${ownerName};;;;`,
    ].join('\n');
    const first = await load(csv);
    expect(first).toMatchObject({ created: 2, updated: 0, rejectedCount: 5 });
    expect(first.rejected.map((one) => one.row)).toEqual([4, 5, 6, 7, 9]);
    expect(await owner.deals.get({ key: 'ORD-1' })).toMatchObject({
      title: 'Kitchen; blue',
      amount: 125_050,
      closeDate: '2030-02-01',
      contacts: [{ id: anna }],
    });
    const answer = await fetch(`${address}/api/v1/deals/export.csv`, { headers });
    const out = await answer.text();
    expect(out).toContain('Kitchen; blue,+393331112233,Sales,First');
    expect(out.trim().split('\r\n')).toHaveLength(3);
    const changed = out.replace('1250.50', '99.00');
    expect(await load(changed, '?existing=skip')).toMatchObject({ created: 1, skipped: 1 });
    expect(await load(changed)).toMatchObject({ created: 1, updated: 1, rejected: [] });
    expect(await owner.deals.get({ key: 'ORD-1' })).toMatchObject({ amount: 9_900 });
    const filter = encodeURIComponent(JSON.stringify({ reference: 'ord-1' }));
    const one = await fetch(`${address}/api/v1/deals/export.csv?filter=${filter}`, { headers });
    expect((await one.text()).trim().split('\r\n')).toHaveLength(2);
    expect(await load('Name,Phone\nx,y')).toMatchObject({ code: 'bad_input', fields: [{ path: 'file' }] });
  });

  it('amounts are written in units and kept in the smallest', () => {
    expect(readAmount('1 250,5', 2)).toBe(125_050);
    expect(readAmount('1250', 0)).toBe(1_250);
    expect(readAmount('-1', 2)).toBeUndefined();
    expect([writeAmount(125_050, 'EUR'), writeAmount(5, 'JPY'), writeAmount(7, 'EUR')]).toEqual([
      '1250.50',
      '5',
      '0.07',
    ]);
  });
});
