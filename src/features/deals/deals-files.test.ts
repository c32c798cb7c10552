// Deals out to CSV and in again, over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealImport } from '#features/imports/deal-imports.contract.ts';
import { addWorkspace } from '#features/people/people.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, clientFor } from '../../../test/support/workspace.ts';
import { writeAmount } from './read-deal-row.ts';
import { readAmount, readDay } from './read-written.ts';

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

/** What came of a file; the refusal when it was not taken. */
const load = async (csv: string | Buffer, existing = 'update') => {
  const path = `${address}/api/v1/deals/imports?existing=${existing}`;
  const answer = await fetch(path, { method: 'POST', body: csv, headers });
  const found = (await answer.json()) as DealImport;
  if (!answer.ok) return { ...found, rejections: [] };
  await runJobs(database, server.services);
  const { items } = await owner.dealImports.rejections({ id: found.id });
  return { ...(await owner.dealImports.get({ id: found.id })), rejections: items };
};

/** Titles in the first stage, from the top. */
async function boardOf() {
  const pipelineId = (await owner.pipelines.list({})).items[0]!.id;
  const [first] = (await owner.deals.board({ pipelineId })).stages;
  return { board: first!.deals.map(({ title }) => title) };
}

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
    expect(first).toMatchObject({ created: 2, updated: 0, rejected: 5 });
    expect(first.rejections.map(({ row }) => row)).toEqual([4, 5, 6, 7, 9]);
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
    expect(await load(changed, 'skip')).toMatchObject({ created: 1, skipped: 1 });
    expect(await load(changed)).toMatchObject({ created: 1, updated: 1, rejected: 0 });
    expect(await owner.deals.get({ key: 'ORD-1' })).toMatchObject({ amount: 9_900 });
    const filter = encodeURIComponent(JSON.stringify({ reference: 'ord-1' }));
    const one = await fetch(`${address}/api/v1/deals/export.csv?filter=${filter}`, { headers });
    expect((await one.text()).trim().split('\r\n')).toHaveLength(2);
    expect(await load('Name,Colour\nx,y')).toMatchObject({ code: 'bad_input', fields: [{ path: 'file' }] });
  });

  it('a reference that stands twice means one deal; what changes is told in its history, who is refused says why', async () => {
    const ownerName = (await owner.members.list({})).items[0]!.name;
    const bruno = await owner.contacts.create({ phone: '+393334445566', firstName: 'Bruno' });
    const row = (title: string, phone: string, rest: string) => `${title},${phone},${ownerName},${rest}`;
    const csv = [
      'Title,Contacts,Owner,Stage,Amount,Reference',
      row('One', '+393331112233', 'First,10,TWICE'),
      row('Two', '+393331112233', 'First,20,OTHER'),
      row('One and a half', '+393334445566', 'Won,15,twice'),
      row('Three', '+393331112233', 'First,,TWICE'),
    ].join('\n');
    expect(await load(csv)).toMatchObject({ created: 2, updated: 2, rejected: 0 });
    const deal = await owner.deals.get({ key: 'TWICE' });
    expect(deal).toMatchObject({ title: 'Three', amount: 1_500, contacts: [{ id: anna }], closedAt: null });
    const { items } = await owner.deals.timeline({ key: deal.id });
    const kinds = items.flatMap((item) => ('kind' in item ? [item.kind] : []));
    expect(kinds.toSorted()).toEqual([
      'contact_added',
      'contact_added',
      'contact_removed',
      'contact_removed',
      'created',
      'moved',
      'moved',
    ]);
    const { board } = await boardOf();
    expect(board.slice(0, 2)).toEqual(['Three', 'Two']);
    await owner.dealSettings.update({ requiredFields: ['amount'] });
    const again = [
      'Contacts,Owner,Stage,Amount,Reference',
      `+393334445566,${ownerName},Won,,OTHER`,
      `+393334445566,${ownerName},First,,NEW`,
      `,,Won,,twice`,
    ].join('\n');
    expect(await load(again)).toMatchObject({
      ...{ created: 0, updated: 2, rejected: 1 },
      rejections: [{ row: 3, reason: 'A deal needs an amount.' }],
    });
    await owner.dealSettings.update({ requiredFields: [] });
    expect(await owner.deals.get({ key: 'OTHER' })).toMatchObject({
      ...{ stage: { name: 'Won' }, contacts: [{ id: bruno.id }], closedAt: expect.any(String) },
    });
  });

  it('amounts are written in units and kept in the smallest', () => {
    expect(readAmount('1 250,5', 2)).toBe(125_050);
    expect(readAmount('1250', 0)).toBe(1_250);
    expect(readAmount('-1', 2)).toBeUndefined();
    for (const written of ['1.250,50', '1,250.50', '1’250.50', '1 250,5'])
      expect([written, readAmount(written, 2)]).toEqual([written, 125_050]);
    expect(readAmount('1.250.000', 2)).toBe(125_000_000);
    for (const unclear of ['1.250', '1,250', '12.50,1', '1.25.000', '.', '1.', 'x'])
      expect([unclear, readAmount(unclear, 2)]).toEqual([unclear, undefined]);
    expect(readAmount('1.250', 3)).toBe(1_250);
  });

  it('days are read as the country writes them, and not guessed', () => {
    expect(['2030-02-01', '1/2/2030', '01.02.2030'].map((day) => readDay(day, 'IT'))).toEqual(
      Array(3).fill('2030-02-01'),
    );
    expect(readDay('2/1/2030', 'US')).toBe('2030-02-01');
    for (const wrong of ['31/2/2030', '2/2030', '1-2-30', 'soon', '0000-01-01'])
      expect([wrong, readDay(wrong, 'IT')]).toEqual([wrong, undefined]);
  });

  it('is read with names in three languages, whatever its encoding and delimiter', async () => {
    const ownerName = (await owner.members.list({})).items[0]!.name;
    const italian =
      'Trattativa;Telefono;Importo;Chiusura prevista;Riferimento;Responsabile\r\nCaffè;333 111 2233;1.250,50;1/2/2030;IT-1;';
    expect(await load(Buffer.from(italian + ownerName, 'latin1'))).toMatchObject({
      created: 1,
      detected: { delimiter: ';' },
    });
    expect(await owner.deals.get({ key: 'IT-1' })).toMatchObject({
      ...{ title: 'Caffè', amount: 125_050, closeDate: '2030-02-01' },
    });
    const spanish = Buffer.from(
      `\ufeffNombre\tContacto\tReferencia\tResponsable\nCafé\t3331112233\tES-1\t${ownerName}\n`,
      'utf16le',
    );
    expect(await load(spanish)).toMatchObject({ created: 1, detected: { delimiter: '\t' } });
    expect(await owner.deals.get({ key: 'ES-1' })).toMatchObject({ title: 'Café' });
    const broken = await load('Title,Contacts\n"never closed,+393331112233\nx,y');
    expect(broken).toMatchObject({ created: 0, rejected: 2, detected: { header: ['Title', 'Contacts'] } });
    expect(broken.rejections[1]).toMatchObject({ row: 3, cells: ['x', 'y'], reason: expect.any(String) });
    expect(await load('%PDF-1.4 x')).toMatchObject({ code: 'file_not_csv' });
    expect(await load('')).toMatchObject({ code: 'file_empty' });
    expect([writeAmount(125_050, 'EUR'), writeAmount(5, 'JPY'), writeAmount(7, 'EUR')]).toEqual([
      '1250.50',
      '5',
      '0.07',
    ]);
  });
});
