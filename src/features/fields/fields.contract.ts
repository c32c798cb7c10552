// What the world may ask about custom fields: the further things a workspace keeps of its contacts.
import { z } from 'zod';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

export const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'datetime'] as const;
export const FieldType = z
  .enum(FIELD_TYPES)
  .describe('What values look like: text, number, boolean, date (`2026-11-21`) or datetime (ISO 8601)');
export type FieldType = z.infer<typeof FieldType>;

/** Codes of what every contact has, used like a custom field's: `%%FIRST_NAME%%`. */
export const RESERVED_CODES = [
  'FIRST_NAME',
  'LAST_NAME',
  'EMAIL',
  'PHONE',
  'ACCOUNT_NAME',
  'LANGUAGE',
] as const;

export const FieldCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'Use capital letters, digits and underscores, beginning with a letter')
  .describe('Unique code in capitals, used in texts as %%CODE%%');

/** A value as it is kept; null means that there is none. */
export const FieldValue = z.union([z.string().max(4000), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof FieldValue>;

const label = z.string().trim().min(1, 'Give the field a name').max(60).describe('What people see');
const example = z.string().trim().max(200).describe('A sample value, shown in previews');
const shown = z
  .boolean()
  .describe('Kept on the contact, shown and importable; else supplied per message only');

export const Field = z.object({
  id: Id,
  code: FieldCode,
  label: z.string().describe('What people see'),
  type: FieldType,
  example: z.string().describe('A sample value, shown in previews'),
  shown,
  createdAt: Instant,
});
export type Field = z.infer<typeof Field>;

export const fieldsContract = {
  list: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/fields', summary: 'List custom fields' })
    .output(z.object({ items: z.array(Field) })),
  create: operation('fields:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/fields',
      summary: 'Define a custom field',
      description: 'A workspace has at most 200. Code and type cannot be changed afterwards.',
      successStatus: 201,
    })
    .input(
      z.object({
        label,
        code: FieldCode.optional().describe('Made from the label when left out'),
        type: FieldType.default('text'),
        example: example.default(''),
        shown: shown.default(true),
      }),
    )
    .output(Field),
  update: operation('fields:write', { tool: true })
    .route({ method: 'PATCH', path: '/fields/{id}', summary: 'Change a custom field' })
    .input(
      z.object({
        id: Id,
        label: label.optional(),
        example: example.optional(),
        shown: shown.optional(),
      }),
    )
    .output(Field),
  delete: operation('fields:write')
    .route({
      method: 'DELETE',
      path: '/fields/{id}',
      summary: 'Delete a custom field and its values on all contacts',
    })
    .input(z.object({ id: Id }))
    .output(Done),
  usage: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/fields/{id}/usage', summary: 'See where a custom field is used' })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        contacts: z.int().describe('Contacts with a value'),
        templates: z.array(z.object({ id: Id, name: z.string(), language: z.string() })),
        campaigns: z.array(z.object({ id: Id, name: z.string() })),
      }),
    ),
};
