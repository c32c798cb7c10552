// How contacts are chosen: the filter of lists, bulk actions and exports.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';

export const CONSENTS = ['not_declared', 'subscribed', 'unsubscribed'] as const;
export const Consent = z
  .enum(CONSENTS)
  .describe('Marketing consent: not_declared, subscribed (opted in) or unsubscribed (opted out)');
export type Consent = z.infer<typeof Consent>;

export const FIELD_CHECKS = ['is', 'is_not', 'contains', 'above', 'below', 'is_set', 'is_empty'] as const;
export const FieldCondition = z.object({
  code: z.string().max(40).describe('Code of the custom field'),
  check: z.enum(FIELD_CHECKS).describe('above and below also mean after and before'),
  value: z
    .string()
    .max(500)
    .default('')
    .describe('In the spelling of the field’s type; not used by is_set, is_empty'),
});
export type FieldCondition = z.infer<typeof FieldCondition>;

/** A query string gives one value where a list may stand. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.union([z.array(item).max(most), item.transform((one) => [one])]).optional();

const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

export const ContactFilter = z.object({
  search: z.string().trim().max(100).optional().describe('Words of name, phone, e-mail or username'),
  tagIds: several(Id, 50).describe('With any of these tags'),
  withoutTagIds: several(Id, 50).describe('With none of these tags'),
  listIds: several(Id, 50).describe('In any of these lists'),
  withoutListIds: several(Id, 50).describe('In none of these lists'),
  consent: several(Consent, 3).describe('With any of these consents'),
  blocked: truth.optional().describe('Only blocked, or only not blocked'),
  unreachable: truth.optional().describe('Only those that WhatsApp could not reach, or only the others'),
  createdFrom: Instant.optional().describe('Created at or after'),
  createdTo: Instant.optional().describe('Created before'),
  fields: z.array(FieldCondition).max(20).optional().describe('Conditions on custom fields; all must hold'),
});
export type ContactFilter = z.output<typeof ContactFilter>;

export const ContactSort = z.enum(['newest', 'name']).describe('Newest first, or by name');
export type ContactSort = z.infer<typeof ContactSort>;

export const ContactSelection = z
  .union([
    z.object({ ids: z.array(Id).min(1).max(10_000) }),
    z.object({
      filter: ContactFilter.describe('All contacts that match; {} means all'),
      exceptIds: z.array(Id).max(1_000).default([]).describe('But not these'),
    }),
  ])
  .describe('Which contacts: by id, or by filter');
export type ContactSelection = z.output<typeof ContactSelection>;
