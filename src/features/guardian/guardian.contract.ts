// What may be asked of the guardian itself: its rules and their numbers, and what a number is trusted with.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';
import { RuleId } from './preflight.contract.ts';
import { LEVELS } from './rules/rule.ts';

export const RuleParameter = z.object({
  name: z.string(),
  label: z.string().describe('What it means, in English'),
  kind: z.enum(['count', 'share', 'factor', 'switch']),
  value: z.union([z.number(), z.boolean()]),
  standard: z.union([z.number(), z.boolean()]).describe('What it is unless somebody changes it'),
  least: z.number().nullable(),
  most: z.number().nullable(),
});
export type RuleParameter = z.infer<typeof RuleParameter>;

export const GuardianRule = z.object({
  id: RuleId,
  title: z.string(),
  asks: z.string().describe('What it asks, in English'),
  source: z.string().describe('Where it comes from'),
  level: z.enum(LEVELS),
  blockEndedBy: z.enum(['owner', 'nobody']),
  parameters: z.array(RuleParameter),
  changedBy: z.string().nullable(),
  changedAt: Instant.nullable(),
});
export type GuardianRule = z.infer<typeof GuardianRule>;

export const guardianContract = {
  rules: operation('workspace:read', { tool: true })
    .route({
      method: 'GET',
      path: '/guardian/rules',
      summary: 'List the guardian’s rules with their numbers',
    })
    .input(z.object({}))
    .output(z.object({ items: z.array(GuardianRule) })),
  setRule: operation('guardian:write')
    .route({
      method: 'PUT',
      path: '/guardian/rules/{id}',
      summary: 'Change the numbers of a rule',
      description: 'Within the bounds that the rule states. What is left out becomes the standard again.',
    })
    .input(
      z.object({
        id: RuleId,
        parameters: z
          .record(z.string().max(40), z.union([z.number(), z.boolean()]))
          .describe('Numbers of the rule by name; those left out are as usual'),
      }),
    )
    .output(GuardianRule),
  declareProven: operation('guardian:write')
    .route({
      method: 'PUT',
      path: '/guardian/numbers/{id}/proven',
      summary: 'Say that a number sent in bulk before it came here, or take that back',
      description: 'Only the owner may. The first weeks are then over for it; WhatsApp’s limit still counts.',
    })
    .input(
      z.object({
        id: Id,
        proven: z.boolean().describe('False takes the word back'),
        reason: z
          .string()
          .trim()
          .min(10, 'Say where and for how long it sent in bulk')
          .max(500, 'At most 500 characters')
          .optional()
          .describe('Where and for how long it sent in bulk; asked when it is proven, kept in the audit log'),
      }),
    )
    .output(z.object({ proven: z.boolean() })),
};
