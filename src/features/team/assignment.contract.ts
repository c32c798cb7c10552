// What may be asked about the rules by which new conversations are given to people.
import { z } from 'zod';
import { Id, operation } from '#operations/operation.ts';
import { PRESENCE_STATES } from './presence.contract.ts';

export const WAYS = ['keep_last', 'round_robin', 'least_busy'] as const;

const ids = z.array(Id).max(50);

export const AssignmentRule = z.object({
  id: Id,
  name: z.string().trim().min(1, 'Give the rule a name').max(80),
  way: z
    .enum(WAYS)
    .describe(
      'keep_last: who answered this contact last; round_robin: whose turn is longest ago; least_busy: who has fewest open conversations',
    ),
  numberIds: ids.default([]).describe('Only conversations with these numbers of ours; empty: all'),
  tagIds: ids.default([]).describe('Only contacts with any of these tags; empty: all'),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/, 'Use a code such as it or pt_BR'))
    .max(30)
    .default([])
    .describe('Only contacts with any of these languages; empty: all'),
  userIds: ids.default([]).describe('Among these people; empty: everybody who may answer chats'),
  inHours: z.boolean().default(true).describe('Only to who is at work by their hours'),
  ifOnline: z.boolean().default(true).describe('Only to who is online'),
  mostOpen: z
    .int()
    .min(1)
    .max(10_000)
    .nullable()
    .default(null)
    .describe('Only to who has fewer open conversations than this'),
});
export type AssignmentRule = z.output<typeof AssignmentRule>;

const given = AssignmentRule.extend({ id: Id.optional().describe('Left out: a new rule') });
const most = 50;

export const AssignmentRules = z.object({
  areOn: z.boolean().describe('Whether they give away what customers write from now on'),
  rules: z.array(AssignmentRule).describe('Tried in order; the first that knows somebody decides'),
  reopenedToTeam: z
    .boolean()
    .describe(
      'Whether a closed conversation in which the customer writes again is nobody’s, for rules to decide anew; else whoever looked after it goes on',
    ),
});
export type AssignmentRules = z.output<typeof AssignmentRules>;

/** Why somebody gets the conversation or does not. */
export const REASONS = [
  'chosen',
  'off_hours',
  'not_online',
  'busy',
  'full',
  'not_last',
  'not_their_turn',
] as const;

export const Preview = z.object({
  userId: Id.nullable().describe('Null: it stays unassigned'),
  name: z.string().nullable(),
  tried: z
    .array(
      z.object({
        ruleId: Id,
        fits: z.boolean().describe('False: its conditions do not hold'),
        people: z.array(
          z.object({
            userId: Id,
            name: z.string(),
            reason: z.enum(REASONS),
            state: z.enum(PRESENCE_STATES),
            open: z.int().describe('Open conversations now'),
          }),
        ),
      }),
    )
    .describe('Up to the rule that decided'),
});
export type Preview = z.infer<typeof Preview>;

export const assignmentContract = {
  getRules: operation('chats:assign')
    .route({
      method: 'GET',
      path: '/team/assignment-rules',
      summary: 'List the rules by which new conversations are given to people',
    })
    .input(z.object({}))
    .output(AssignmentRules),
  setRules: operation('chats:assign')
    .route({
      method: 'PUT',
      path: '/team/assignment-rules',
      summary: 'Set the rules by which new conversations are given to people',
      description:
        'They act when a customer writes in a conversation that nobody looks after; what waited before they were switched on stays.',
    })
    .input(
      AssignmentRules.extend({
        rules: z.array(given).max(most).describe('Tried in order; the first that knows somebody decides'),
        reopenedToTeam: AssignmentRules.shape.reopenedToTeam.optional(),
      }),
    )
    .output(AssignmentRules),
  previewRules: operation('chats:assign')
    .route({
      method: 'POST',
      path: '/team/assignment-rules/preview',
      summary: 'Tell who would get the next conversation by these rules, and why',
    })
    .input(
      z.object({
        rules: z.array(given).max(most).describe('Tried in order; the first that knows somebody decides'),
        numberId: Id.nullable().default(null),
        tagIds: ids.default([]).describe('Tags of the contact'),
        language: z.string().max(20).nullable().default(null).describe('Of the contact'),
        lastUserId: Id.nullable().default(null).describe('Who answered the contact last'),
      }),
    )
    .output(Preview),
};
