// What the world may ask about imports: CSV files that become contacts.
import { z } from 'zod';
import { CONSENTS } from '#features/contacts/contact-filter.contract.ts';
import { ListOrigin } from '#features/lists/lists.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, operation } from '#operations/operation.ts';
import { Delimiter, Encoding, ImportRun, Rejection } from './import-run.contract.ts';

export const COLUMN_TARGETS = [
  'phone',
  'user_id',
  'first_name',
  'last_name',
  'full_name',
  'email',
  'language',
  'notes',
  'consent',
  'tags',
  'lists',
] as const;
/** Where a column goes; `field:CODE` is a custom field. */
export const ColumnTarget = z
  .union([z.enum(COLUMN_TARGETS), z.templateLiteral(['field:', z.string()])])
  .nullable()
  .describe('Where the column goes: a part of the contact, `field:CODE`, or null to leave it out');
export type ColumnTarget = z.infer<typeof ColumnTarget>;

export const EXISTING = ['update', 'fill_empty', 'skip'] as const;

export const ImportOptions = z.object({
  hasHeader: z.boolean().describe('The first row holds names, not a contact'),
  encoding: Encoding,
  delimiter: Delimiter,
  columns: z.array(ColumnTarget).max(500).describe('One entry per column, in order'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Use a two-letter country code')
    .describe('Country of national phone numbers'),
  existing: z
    .enum(EXISTING)
    .default('update')
    .describe(
      'Contacts that exist: overwrite with what the row has, fill only what is empty, or leave alone',
    ),
  tagIds: z.array(Id).max(50).default([]).describe('Tags for every contact of the file'),
  listIds: z.array(Id).max(50).default([]).describe('Lists for every contact of the file'),
  consent: z
    .object({
      value: z.enum(CONSENTS).nullable().describe('For every row; null takes it from the consent column'),
      source: z.string().trim().min(1).max(100).describe('Where the consent comes from'),
    })
    .nullable()
    .default(null)
    .describe('Marketing consent to record'),
  origin: ListOrigin.exclude(
    ['bought'],
    'Bought contacts may not be imported: people who never heard of you report such messages',
  )
    .nullable()
    .optional()
    .describe('Where these people come from; also for the lists that they join, where nobody said so yet'),
  resubscribe: z
    .boolean()
    .default(false)
    .describe('Also contacts who unsubscribed may become subscribed; only with a fresh consent'),
});
export type ImportOptions = z.output<typeof ImportOptions>;

export const Detected = z.object({
  encoding: Encoding,
  delimiter: Delimiter,
  hasHeader: z.boolean(),
  header: z.array(z.string()).describe('Names of the columns; empty when there is no header'),
  sample: z.array(z.array(z.string())).describe('First rows, without the header'),
  mapping: z.array(ColumnTarget).describe('What the columns seem to be'),
});
export type Detected = z.infer<typeof Detected>;

export const Import = ImportRun.extend({ detected: Detected, options: ImportOptions.nullable() });
export type Import = z.infer<typeof Import>;

/** Where files go: `POST`, the bytes as body, `?fileName=`; answers an `Import` in the state `uploaded`. */
export const UPLOAD_PATH = '/api/v1/imports';

export const importsContract = {
  list: operation('contacts:import', { tool: true })
    .route({
      method: 'GET',
      path: '/imports',
      summary: 'List imports, newest first',
      description: 'A file is uploaded by `POST /imports?fileName=…` with its bytes as the body.',
    })
    .input(PageInput)
    .output(pageOf(Import)),
  get: operation('contacts:import', { tool: true })
    .route({ method: 'GET', path: '/imports/{id}', summary: 'Get an import with its progress' })
    .input(z.object({ id: Id }))
    .output(Import),
  preview: operation('contacts:import')
    .route({
      method: 'POST',
      path: '/imports/{id}/preview',
      summary: 'Read the first rows again, with another encoding, delimiter or header choice',
    })
    .input(
      z.object({
        id: Id,
        encoding: Encoding,
        delimiter: Delimiter,
        hasHeader: ImportOptions.shape.hasHeader,
      }),
    )
    .output(Detected),
  start: operation('contacts:import', { tool: true })
    .route({ method: 'POST', path: '/imports/{id}/start', summary: 'Start an uploaded import' })
    .input(
      z.object({
        id: Id,
        options: ImportOptions.describe('How the file is read, and what becomes of its rows'),
      }),
    )
    .output(Import),
  resume: operation('contacts:import')
    .route({
      method: 'POST',
      path: '/imports/{id}/resume',
      summary: 'Go on with a failed or cancelled import at its next row',
    })
    .input(z.object({ id: Id }))
    .output(Import),
  cancel: operation('contacts:import')
    .route({
      method: 'POST',
      path: '/imports/{id}/cancel',
      summary: 'Stop an import',
      description: 'What was loaded stays.',
    })
    .input(z.object({ id: Id }))
    .output(Import),
  rejections: operation('contacts:import')
    .route({
      method: 'GET',
      path: '/imports/{id}/rejections',
      summary: 'List rejected rows with their reasons',
    })
    .input(PageInput.extend({ id: Id }))
    .output(pageOf(Rejection)),
  delete: operation('contacts:import')
    .route({
      method: 'DELETE',
      path: '/imports/{id}',
      summary: 'Delete an import’s file and record; its contacts stay',
    })
    .input(z.object({ id: Id }))
    .output(Done),
};
