// Imports from the upload to the mended file, through the real door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, clientFor, createWorkspace } from '../../../test/support/workspace.ts';
import type { Import, ImportOptions } from './imports.contract.ts';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase(10);
  server = await testServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

type Door = {
  client: Client;
  upload(
    bytes: string | Buffer,
    fileName?: string,
  ): Promise<{ status: number; body: Import & { code: string; message: string } }>;
  download(path: string): Promise<string>;
};

/** A workspace of its own with an owner's client and browser. */
async function open(): Promise<Door> {
  const workspace = await createWorkspace(server.services);
  const person = await addMember(server, workspace.id, 'owner');
  const headers = {
    'x-rondine-csrf': '1',
    'x-workspace': workspace.id,
    cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
  return {
    client: clientFor(server.services, await workspace.caller('owner')),
    async upload(bytes, fileName = 'people.csv') {
      const url = `/api/v1/imports?fileName=${encodeURIComponent(fileName)}`;
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'text/csv' },
        payload: Buffer.from(bytes as string),
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    async download(path) {
      const answer = await server.app.inject({ method: 'GET', url: path, headers });
      expect(answer.statusCode).toBe(200);
      return answer.body;
    },
  };
}

const choices = (found: Import, more: Partial<ImportOptions> = {}): ImportOptions => {
  const { encoding, delimiter, hasHeader, mapping } = found.detected;
  const chosen = {
    encoding,
    delimiter,
    hasHeader,
    columns: mapping,
    country: 'IT',
    existing: 'update' as const,
  };
  return { ...chosen, tagIds: [], listIds: [], consent: null, resubscribe: false, ...more };
};

async function load(door: Door, bytes: string | Buffer, more: Partial<ImportOptions> = {}): Promise<Import> {
  const { status, body } = await door.upload(bytes);
  expect(status).toBe(201);
  await door.client.imports.start({ id: body.id, options: choices(body, more) });
  await runJobs(database, server.services);
  return door.client.imports.get({ id: body.id });
}

describe('an import', () => {
  it('finds its tags and lists again, in capitals of every language', async () => {
    const door = await open();
    const rows = ['3331234567,İstanbul,ÉLITE', '3331234568,istanbul,Ñandú', '3331234569,İSTANBUL,ñandú'];
    const text = ['phone,tags,lists', ...rows].join('\n');
    for (const result of [{ created: 3 }, { updated: 3 }])
      expect(await load(door, text)).toMatchObject({ ...result, state: 'completed', failure: null });
  });

  it('finds out how the file is written, loads it and gives back what it refused', async () => {
    const door = await open();
    await door.client.fields.create({ label: 'Compleanno', type: 'date' });
    const text = [
      'Nome;Cognome;Cellulare;E-mail;Compleanno;Etichette;Consenso',
      'Ada;Però;333 1234567;ada@example.com;10/12/1990;VIP, nuovi;sì',
      'Bea;"Rossi; detta ""B""";+39 333 1234568;;;VIP;no',
      'Carlo;Verdi;12;carlo@example.com;;;',
      ';;;;;;',
      'Dario;Neri;333 1234569;non-mail;ieri;;',
      'Eva;Blu',
    ].join('\r\n');
    const found = await door.upload(Buffer.from(text, 'latin1'));
    expect(found.body.detected).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      hasHeader: true,
      mapping: ['first_name', 'last_name', 'phone', 'email', 'field:COMPLEANNO', 'tags', 'consent'],
    });
    const list = await door.client.lists.create({ name: 'Fiera' });
    const done = await load(door, Buffer.from(text, 'latin1'), {
      listIds: [list.id],
      consent: { value: null, source: 'fiera 2026' },
    });
    expect(done).toMatchObject({
      state: 'completed',
      created: 2,
      updated: 0,
      rejected: 3,
      rows: 5,
      failure: null,
    });
    expect(done.doneBytes).toBe(done.totalBytes);
    const { items } = await door.client.contacts.list({ sort: 'name' });
    expect(items).toMatchObject([
      {
        displayName: 'Ada Però',
        phone: '+393331234567',
        fields: { COMPLEANNO: '1990-12-10' },
        consent: 'subscribed',
        consentSource: 'fiera 2026',
        tags: [{ name: 'nuovi' }, { name: 'VIP' }],
        lists: [{ name: 'Fiera' }],
        source: 'import',
      },
      { lastName: 'Rossi; detta "B"', consent: 'unsubscribed' },
    ]);
    expect((await door.client.lists.get({ id: list.id })).memberCount).toBe(2);
    const rejected = await door.client.imports.rejections({ id: done.id });
    expect(rejected.items.map((row) => [row.row, row.reason])).toEqual([
      [4, '“12” is too short for a phone number'],
      [
        6,
        '“non-mail” is not an e-mail address. Compleanno: “ieri” is not a date such as 2026-11-21 or 21/11/2026',
      ],
      [7, 'There is no phone number'],
    ]);
    const csv = await door.download(`/api/v1/imports/${done.id}/rejected.csv`);
    expect(csv).toContain('\ufeffNome;Cognome;Cellulare;E-mail;Compleanno;Etichette;Consenso;Row;Reason\r\n');
    const mended = csv
      .replace(';12;', ';333 1234570;')
      .replace('non-mail;ieri', ';')
      .replace('Eva;Blu;', 'Eva;Blu;333 1234571');
    const again = await load(door, mended);
    expect(again).toMatchObject({ created: 3, rejected: 0 });
    const exported = await door.download(
      `/api/v1/contacts/export.csv?filter=${encodeURIComponent('{"search":"ada"}')}`,
    );
    expect(exported.trimEnd().split('\r\n')).toHaveLength(2);
    expect(exported).toContain('+393331234567,Ada,Però,ada@example.com,,subscribed,nuovi;VIP,Fiera,');
    expect(await load(door, exported)).toMatchObject({ updated: 1, rejected: 0 });
  });

  it.each([
    ['update', { firstName: 'New', lastName: 'Old', email: 'new@example.com' }, [0, 1, 0]],
    ['fill_empty', { firstName: 'Old', lastName: 'Old', email: 'new@example.com' }, [0, 1, 0]],
    ['skip', { firstName: 'Old', lastName: 'Old', email: null }, [0, 0, 1]],
  ] as const)('with existing contacts does: %s', async (existing, contact, [created, updated, skipped]) => {
    const door = await open();
    const { id } = await door.client.contacts.create({
      phone: '+393331234567',
      firstName: 'Old',
      lastName: 'Old',
    });
    const done = await load(door, 'phone,first name,last name,email\n333 1234567,New,,new@example.com\n', {
      existing,
    });
    expect(done).toMatchObject({ created, updated, skipped });
    expect(await door.client.contacts.get({ id })).toMatchObject(contact);
  });

  it('makes a person once who is in the file several times', async () => {
    const door = await open();
    const done = await load(
      door,
      'phone,name,notes\n3331234567,A,\n+393331234567,B,x\n0039 333 1234567,C,\n',
    );
    expect(done).toMatchObject({ created: 1, updated: 2, rejected: 0 });
    expect((await door.client.contacts.list({})).items).toMatchObject([{ firstName: 'C', notes: 'x' }]);
  });

  it('does not bring back those who unsubscribed, unless told to', async () => {
    const door = await open();
    const { id } = await door.client.contacts.create({ phone: '+393331234567', consent: 'unsubscribed' });
    const consent = { value: 'subscribed' as const, source: 'old list' };
    const file = 'phone\n3331234567\n3331234568\n';
    await load(door, file, { consent });
    expect((await door.client.contacts.list({ consent: ['subscribed'] })).items).toHaveLength(1);
    expect((await door.client.contacts.get({ id })).consent).toBe('unsubscribed');
    await load(door, file, { consent, resubscribe: true });
    expect((await door.client.contacts.get({ id })).consent).toBe('subscribed');
    expect((await door.client.contacts.consentHistory({ id })).items).toHaveLength(2);
  });

  it('is refused with the reason when the choices make no sense', async () => {
    const door = await open();
    const { body } = await door.upload('name,city\nA,B\n');
    const start = (more: Partial<ImportOptions>) =>
      door.client.imports.start({ id: body.id, options: choices(body, more) });
    await expect(start({})).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'options.columns' }],
    });
    await expect(start({ columns: ['phone', 'phone'] })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(start({ columns: ['phone', 'field:NOPE'] })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(start({ columns: ['phone'], country: 'XX' })).rejects.toMatchObject({ code: 'bad_input' });
    await start({ columns: ['phone'] });
    await expect(start({ columns: ['phone'] })).rejects.toMatchObject({ code: 'import_started' });
  });

  it('can be read again in another way, cancelled and resumed', async () => {
    const door = await open();
    const { body } = await door.upload('3331234567,Ada\n3331234568,Bea\n');
    expect(body.detected).toMatchObject({ hasHeader: false, mapping: ['phone', null] });
    const seen = await door.client.imports.preview({
      id: body.id,
      encoding: 'utf-8',
      delimiter: ';',
      hasHeader: true,
    });
    expect(seen).toMatchObject({ header: ['3331234567,Ada'], sample: [['3331234568,Bea']] });
    await door.client.imports.start({
      id: body.id,
      options: choices(body, { columns: ['phone', 'first_name'] }),
    });
    expect(await door.client.imports.cancel({ id: body.id })).toMatchObject({ state: 'cancelled' });
    await runJobs(database, server.services);
    expect(await door.client.imports.get({ id: body.id })).toMatchObject({ state: 'cancelled', rows: 0 });
    await door.client.imports.resume({ id: body.id });
    await runJobs(database, server.services);
    expect(await door.client.imports.get({ id: body.id })).toMatchObject({ state: 'completed', created: 2 });
    await door.client.imports.delete({ id: body.id });
    expect((await door.client.imports.list({})).items).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    ['an Excel workbook', Buffer.from('504b0304140006', 'hex'), 'file_not_csv', 'Excel'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file_not_csv', 'picture'],
    ['nothing', Buffer.alloc(0), 'file_empty', 'empty'],
    ['empty rows', Buffer.from('\n\n ,\n'), 'file_empty', 'empty rows'],
    [
      'bytes',
      Buffer.from([...Array(400).keys()].map((i) => (i % 7 ? 0 : i % 256))),
      'file_not_csv',
      'no text',
    ],
  ])('that is %s is refused in words', async (_what, bytes, code, words) => {
    const door = await open();
    const { status, body } = await door.upload(bytes);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.message).toContain(words);
  });

  it.each([
    ['UTF-16 with mark', Buffer.from('\ufeffphone\tname\n3331234567\tPerò\n', 'utf16le')],
    ['UTF-16 without mark', Buffer.from('phone\tname\n3331234567\tPerò\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffphone\tname\n3331234567\tPerò\n', 'utf16le').swap16()],
    ['UTF-8 with mark', Buffer.from('\ufeffphone|name\n3331234567|Però\n')],
    ['Windows-1252', Buffer.from('phone;name\n3331234567;Per\u00f2\n', 'latin1')],
    ['with sep=', Buffer.from('sep=;\nphone;name\n3331234567;Però\n')],
    ['with NULs and old line ends', Buffer.from('phone,name\r3331234567,Pe\u0000rò\r')],
  ])('in %s is read', async (_what, bytes) => {
    const door = await open();
    expect(await load(door, bytes)).toMatchObject({ created: 1, rejected: 0 });
    expect((await door.client.contacts.list({})).items).toMatchObject([{ firstName: 'Però' }]);
  });

  it('with a broken quote and a huge cell loses these rows only', async () => {
    const door = await open();
    const rows = Array.from({ length: 200 }, (_, i) => `333${1_000_000 + i},n${i}`);
    rows[50] = `333${1_000_050},"open`;
    rows[60] = `333${1_000_060},${'x'.repeat(600_000)}`;
    const done = await load(door, `phone,name\n${rows.join('\n')}\n`);
    expect(done).toMatchObject({ created: 198, rejected: 2 });
    const rejected = await door.client.imports.rejections({ id: done.id });
    expect(rejected.items.map((row) => row.row)).toEqual([52, 62]);
  });
});
