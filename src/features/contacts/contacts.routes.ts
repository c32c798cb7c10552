// Contacts as a CSV file: everybody whom a filter finds, streamed page by page.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { readFields } from '#features/fields/fields.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { badInput } from '#kit/errors.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import { ContactFilter } from './contact-filter.contract.ts';
import { matching } from './contact-filter.ts';
import { type After, readContactPage } from './contact-rows.ts';
import type { Contact } from './contacts.contract.ts';

const PAGE = 1_000;
const COLUMNS = [
  ...['Phone', 'First name', 'Last name', 'Email', 'Language', 'Consent', 'Tags', 'Lists', 'Notes'],
  ...['WhatsApp user id', 'WhatsApp name', 'Consent source', 'Consent since', 'Blocked', 'Source', 'Created'],
];

export const contactsRoutes: FeatureRoutes = (app, door) => {
  // ?filter= is the filter of GET /contacts as JSON; without it everybody is exported.
  app.get('/api/v1/contacts/export.csv', async (request, reply) => {
    const filter = readFilter((request.query as { filter?: string }).filter);
    const codes = await door.inWorkspace(request, 'contacts:import', async (call) => {
      await matching(call, filter);
      return (await readFields(call)).map((field) => ({ code: field.code, label: field.label }));
    });
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="contacts.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines(door, request, filter, codes)));
  });
};

function readFilter(text: string | undefined): ContactFilter {
  const fault = (message: string) => badInput([{ path: 'filter', message }]);
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    throw fault('Not JSON');
  }
  const read = ContactFilter.safeParse(value);
  if (!read.success) throw fault(read.error.issues[0]?.message ?? 'Not a filter');
  if (JSON.stringify(read.data).includes('\\u0000')) throw fault('Holds the character U+0000');
  return read.data;
}

async function* lines(
  door: Door,
  request: FastifyRequest,
  filter: ContactFilter,
  codes: readonly { code: string; label: string }[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine([...COLUMNS, ...codes.map((field) => field.label)]);
  // No transaction stays open while a slow reader takes its time.
  for (let after: After | undefined, more = true; more; ) {
    const options = { sort: 'newest' as const, limit: PAGE, after };
    const rows = await door.inWorkspace(request, 'contacts:import', async (call) =>
      readContactPage(call, await matching(call, filter), options),
    );
    if (rows.length > 0) yield rows.map(({ contact }) => line(contact, codes)).join('');
    const last = rows.at(-1);
    more = rows.length === PAGE && last !== undefined;
    if (last) after = { value: last.value, id: last.contact.id };
  }
}

function line(contact: Contact, codes: readonly { code: string }[]): string {
  return csvLine([
    contact.phone,
    contact.firstName,
    contact.lastName,
    contact.email,
    contact.language,
    contact.consent,
    names(contact.tags),
    names(contact.lists),
    contact.notes,
    contact.userId,
    contact.profileName,
    contact.consentSource,
    contact.consentAt,
    contact.blockedAt ? 'yes' : 'no',
    contact.source,
    contact.createdAt,
    ...codes.map(({ code }) => contact.fields[code]),
  ]);
}

/** Parted by `;`, also a single one that holds a comma, so that an import reads it as one. */
function names(all: readonly { name: string }[]): string {
  const text = all.map((each) => each.name).join(';');
  return all.length === 1 && text.includes(',') ? `${text};` : text;
}
