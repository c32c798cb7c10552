// The shapes in which the guardian answers: verdicts, the plan, the reasons given. Runs in browser and server.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';
import { LEVELS, RULE_IDS } from './rules/rule.ts';

export const RuleId = z.enum(RULE_IDS).describe('Rule of the guardian');

export const Answer = z.object({
  reason: z.string(),
  by: z.string().describe('Who gave it'),
  at: Instant,
});

export const PreflightVerdict = z.object({
  rule: RuleId,
  outcome: z
    .enum(['pass', ...LEVELS])
    .describe('`block` stops, `warn` needs a reason, `inform` only says it'),
  says: z.string().describe('Which of the rule’s sentences applies'),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])).describe('The figures of the sentence'),
  measure: z.number().describe('How much of it there is: a reason holds for so much and a tenth more'),
  title: z.string(),
  text: z.string().describe('What is found, in English'),
  todo: z.string().nullable().describe('What to do, in English'),
  endedBy: z
    .enum(['administrator', 'owner', 'nobody'])
    .nullable()
    .describe(
      'Who may go on in spite of it, with a reason; null: nothing stands in the way. Of what is only said, a reason ' +
        'may be given: it lets people have the message whom restraint would hold back',
    ),
  variants: z
    .array(z.int())
    .describe('Of a test of variants: those that it is about, 1 being the campaign’s own; empty: all alike'),
  answer: Answer.nullable().describe('The reason given for this campaign, while it holds'),
});
export type PreflightVerdict = z.infer<typeof PreflightVerdict>;

export const STAGES = ['stopped', 'recovering', 'first_week', 'first_weeks', 'grown', 'proven'] as const;

export const PlannedWave = z.object({
  day: z.iso.date().describe('Day in the workspace’s time zone'),
  people: z.int(),
  warm: z.int().describe('Of these, people who wrote lately'),
  known: z.int().describe('Of these, people who wrote once or opted in'),
  cold: z.int().describe('Of these, people who never had to do with the business'),
  stage: z.enum(STAGES).describe('Stage of the number on that day'),
  bound: z.enum(['rule', 'limit', 'rest']).describe('What decides the size; `rest`: nobody else is left'),
  allowed: z.int().nullable().describe('What the day would allow'),
});

export const OfferedPlan = z.object({
  waves: z.array(PlannedWave),
  finishesOn: z.iso.date().nullable().describe('Day of the last wave; null: it cannot be sent at all now'),
});
export type OfferedPlan = z.infer<typeof OfferedPlan>;

export const Preflight = z.object({
  verdicts: z.array(PreflightVerdict).describe('One per rule, the gravest first'),
  mayStart: z.boolean().describe('No block stands, and every warning has its reason'),
  people: z.int().describe('Whom it would go to now'),
  stage: z.enum(STAGES).describe('Stage of the number'),
  allowedToday: z.int().nullable().describe('People whom the number may still reach today; null: no bound'),
  plan: OfferedPlan.describe('How the guardian would send it; one wave: everybody at once'),
});
export type Preflight = z.infer<typeof Preflight>;

export const Reasons = z
  .array(
    z.object({
      rule: RuleId,
      reason: z.string().trim().min(5, 'Say in a few words why').max(500),
    }),
  )
  .max(RULE_IDS.length)
  .describe('Why it goes on in spite of these warnings; kept in the audit log');
export type Reasons = z.infer<typeof Reasons>;

export const WAVE_STATES = ['planned', 'sending', 'checking', 'done'] as const;

export const CampaignWave = PlannedWave.extend({
  position: z.int(),
  dueAt: Instant,
  fed: z.int().describe('People handed to sending so far'),
  state: z
    .enum(WAVE_STATES)
    .describe('`checking`: sent; quality is looked at a day later, before the next wave'),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  quality: z.string().nullable().describe('What the check found'),
});
export type CampaignWave = z.infer<typeof CampaignWave>;

export const HOLDS = ['check_open', 'stopped', 'banned', 'limit'] as const;

export const CampaignPlan = z.object({
  campaignId: Id,
  waves: z.array(CampaignWave),
  finishesOn: z.iso.date().nullable(),
  plannedBecause: z.enum(['start', 'quality', 'limit', 'people', 'standing']).describe('Why it is as it is'),
  plannedAt: Instant,
  held: z.enum(HOLDS).nullable().describe('Why the next wave does not leave; null: nothing holds it'),
});
export type CampaignPlan = z.infer<typeof CampaignPlan>;
