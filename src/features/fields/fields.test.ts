// Custom fields: definition, codes, typed values.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFieldValue } from '#features/fields/fields.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, createWorkspace, testServices } from '../../../test/support/workspace.ts';

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await (await createWorkspace(testServices(database))).client('owner');
});
afterAll(() => database.drop());

describe('custom fields', () => {
  it('get a code from their label, once', async () => {
    const field = await owner.fields.create({ label: 'Città di nascita', type: 'text' });
    expect(field).toMatchObject({ code: 'CITTA_DI_NASCITA', type: 'text', shown: true });
    await expect(owner.fields.create({ label: 'citta di NASCITA' })).rejects.toMatchObject({
      code: 'field_code_taken',
    });
    expect((await owner.fields.list()).items.map((f) => f.code)).toEqual(['CITTA_DI_NASCITA']);
  });

  it('refuse codes of what every contact has', async () => {
    await expect(owner.fields.create({ label: 'First name' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(owner.fields.create({ label: '数' })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('are renamed, looked up and deleted', async () => {
    const field = await owner.fields.create({ label: 'Shoe size', type: 'number' });
    expect(await owner.fields.update({ id: field.id, label: 'Size' })).toMatchObject({
      label: 'Size',
      code: 'SHOE_SIZE',
    });
    expect(await owner.fields.usage({ id: field.id })).toEqual({ contacts: 0, templates: [], campaigns: [] });
    await owner.fields.delete({ id: field.id });
    await expect(owner.fields.delete({ id: field.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('values', () => {
  it.each([
    ['number', '1.234,5', 1234.5],
    ['number', '1,234.5', 1234.5],
    ['number', '0', 0],
    ['number', '12,5', 12.5],
    ['number', '1.000.000', 1_000_000],
    ['boolean', 'Sì', true],
    ['boolean', '0', false],
    ['date', '21/11/2026', '2026-11-21'],
    ['date', '2026-1-5', '2026-01-05'],
    ['datetime', '2026-11-21 18:30', '2026-11-21T18:30:00.000Z'],
    ['datetime', '2026-11-21T18:30:00+02:00', '2026-11-21T16:30:00.000Z'],
    ['datetime', '21.11.2026', '2026-11-21T00:00:00.000Z'],
    ['text', 'as it is ', 'as it is '],
  ] as const)('of type %s read %s', (type, written, value) => {
    expect(readFieldValue(type, written)).toEqual({ value });
  });

  it.each([
    ['number', '12a'],
    ['number', ''],
    ['boolean', 'maybe'],
    ['date', '31/02/2026'],
    ['date', 'soon'],
    ['datetime', '2026-11-21 25:00'],
  ] as const)('of type %s refuse %s', (type, written) => {
    expect(readFieldValue(type, written)).toHaveProperty('problem');
  });
});
