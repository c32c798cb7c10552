// Conditions over contacts that can be kept: groups of conditions, of which all or any must hold.
import { z } from 'zod';
import { Id } from '#operations/operation.ts';
import { Consent, FieldCondition } from './contact-filter.contract.ts';

const ids = z.array(Id).min(1, 'Choose at least one').max(50);

/** What every contact has, as text. */
export const TEXT_SUBJECTS = ['first_name', 'last_name', 'phone', 'email', 'language', 'source'] as const;
export const TEXT_CHECKS = ['is', 'is_not', 'contains', 'begins_with', 'is_set', 'is_empty'] as const;
/** Times that are known of a contact. */
export const TIME_SUBJECTS = ['created', 'last_inbound', 'last_outbound', 'consent_given'] as const;
export const TIME_CHECKS = ['within_days', 'not_within_days', 'before', 'after', 'never', 'ever'] as const;
export const SET_CHECKS = ['any_of', 'all_of', 'none_of'] as const;

export const ContactCondition = z.discriminatedUnion('about', [
  z.object({ about: z.literal('tags'), check: z.enum(SET_CHECKS), ids }),
  z.object({ about: z.literal('lists'), check: z.enum(SET_CHECKS), ids }),
  z.object({ about: z.literal('field'), ...FieldCondition.shape }),
  z.object({
    about: z.literal('text'),
    of: z.enum(TEXT_SUBJECTS),
    check: z.enum(TEXT_CHECKS),
    value: z.string().max(200).default('').describe('Whatever the case; not used by is_set, is_empty'),
  }),
  z.object({
    about: z.literal('consent'),
    check: z.enum(['any_of', 'none_of']),
    values: z.array(Consent).min(1, 'Choose at least one').max(3),
  }),
  z.object({
    about: z.literal('country'),
    check: z.enum(['any_of', 'none_of']),
    values: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'Use two letters such as IT'))
      .min(1, 'Choose at least one')
      .max(50)
      .describe('By the phone number, or by the WhatsApp user id where the number is hidden'),
  }),
  z.object({
    about: z.literal('time'),
    of: z.enum(TIME_SUBJECTS).describe('last_inbound: when they last wrote; last_outbound: when we did'),
    check: z
      .enum(TIME_CHECKS)
      .describe('within_days: in the last so many days; not_within_days: longer ago, or never'),
    days: z.int().min(1).max(3650).default(30).describe('For within_days, not_within_days'),
    date: z.iso.date().optional().describe('For before, after: a day in the workspace’s time zone'),
  }),
  z.object({ about: z.literal('blocked'), is: z.boolean() }),
  z.object({ about: z.literal('unreachable'), is: z.boolean().describe('WhatsApp could not reach them') }),
]);
export type ContactCondition = z.output<typeof ContactCondition>;

const Match = z.enum(['all', 'any']);

export const ContactConditions = z
  .object({
    match: Match.default('all').describe('Whether all groups must hold, or any'),
    groups: z
      .array(
        z.object({
          match: Match.default('all').describe('Whether all conditions of the group must hold, or any'),
          conditions: z.array(ContactCondition).min(1, 'A group needs a condition').max(20),
        }),
      )
      .min(1, 'Say at least one condition')
      .max(10),
  })
  .describe('Whom to choose, e.g. who is tagged VIP and wrote in the last 30 days');
export type ContactConditions = z.output<typeof ContactConditions>;
