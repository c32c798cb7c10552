// What the world may ask about the health of numbers: stages, history, figures, the guardian's log, the guide, words.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';
import { LEVELS } from './rules/rule.ts';

const Quality = z.enum(['high', 'medium', 'low', 'unknown']);
const Stage = z
  .enum(['free', 'stopped', 'recovering', 'restricted', 'banned'])
  .describe('free: nothing is held against it; stopped: campaigns rest; recovering: campaigns stay small');

export const WatchedNumber = z.object({
  id: Id,
  phone: z.string(),
  displayName: z.string(),
  quality: Quality,
  status: z.string().describe('Meta’s word for the state of the number'),
  accountState: z.string(),
  messagingLimit: z.int().nullable().describe('People per 24 hours as read from Meta; null: none known'),
  limitUsed: z
    .int()
    .describe('People of the last 24 hours who count against it, over all numbers that share it'),
  checkedAt: Instant.nullable().describe('When Meta was asked last'),
  stage: Stage,
  cause: z.string().nullable().describe('What brought it there: low, flagged, restricted, banned'),
  since: Instant.nullable().describe('Since when it is in this stage; null: always'),
  stoppedUntil: Instant.nullable(),
  recoveringUntil: Instant.nullable(),
  relapses: z.int().describe('How often the quality was low again within the same trouble'),
  proven: z
    .object({ reason: z.string(), by: z.string(), at: Instant })
    .nullable()
    .describe('The owner’s word that it sent in bulk before it came here; null: nobody gave it'),
  today: z.object({
    people: z.int().describe('People to whom campaigns handed a message today'),
    allowed: z.int().nullable().describe('How many the day allows; null: no bound of ours'),
    warmth: z
      .string()
      .describe(
        'How far the number is warmed up: first_week, first_weeks, grown, proven, recovering, stopped',
      ),
  }),
});
export type WatchedNumber = z.infer<typeof WatchedNumber>;

export const HealthHistory = z.object({
  timeZone: z.string(),
  sightings: z
    .array(
      z.object({ at: Instant, quality: Quality, status: z.string(), messagingLimit: z.int().nullable() }),
    )
    .describe('Each change, oldest first; the first may lie before the period'),
  days: z.array(
    z.object({
      day: z.iso.date(),
      people: z.int().describe('People to whom campaigns handed a message'),
      optedOut: z.int().describe('People who unsubscribed on that day'),
      quality: Quality.describe('The worst of the day'),
    }),
  ),
});
export type HealthHistory = z.infer<typeof HealthHistory>;

const Outcome = {
  sent: z.int(),
  delivered: z.int(),
  read: z.int(),
  replied: z.int(),
  optedOut: z.int().describe('People who unsubscribed within 7 days'),
  failed: z.int().describe('Not delivered: unreachable, refused by WhatsApp, or the person had enough'),
};

export const CampaignHealth = z.object({
  id: Id,
  name: z.string(),
  startedAt: Instant.nullable(),
  template: z.string().nullable(),
  ...Outcome,
});
export type CampaignHealth = z.infer<typeof CampaignHealth>;

export const TemplateHealth = z.object({
  id: Id,
  name: z.string(),
  language: z.string(),
  status: z.string(),
  quality: Quality,
  changedAt: Instant.nullable().describe('When quality or status changed last'),
  firstUsedAt: Instant.nullable(),
  campaigns: z.int(),
  ...Outcome,
});
export type TemplateHealth = z.infer<typeof TemplateHealth>;

export const DECISIONS = [
  'stopped',
  'stopped_again',
  'recovering',
  'free',
  'restricted',
  'banned',
  'people_held',
  'people_left_out',
  'day_full',
] as const;

export const Decision = z.object({
  id: Id,
  at: Instant,
  what: z.enum(DECISIONS),
  number: z.object({ id: Id, phone: z.string() }).nullable(),
  campaign: z.object({ id: Id, name: z.string() }).nullable(),
  template: z.object({ id: Id, name: z.string() }).nullable(),
  people: z.int().nullable().describe('How many people it concerns'),
  until: Instant.nullable(),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])).describe('Figures of the sentence'),
});
export type Decision = z.infer<typeof Decision>;

export const GUIDE_STEPS = [
  'stop_bulk',
  'wait_seven_days',
  'check_profile',
  'greet_by_name',
  'name_sender',
  'offer_opt_out',
  'rewrite_text',
  'clean_lists',
  'small_days',
  'check_after_24h',
  'read_reason',
  'write_appeal',
  'await_decision',
] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

export const Guide = z.object({
  kind: z.enum(['none', 'low_quality', 'banned']).describe('Which guide applies'),
  troubleSince: Instant.nullable(),
  steps: z.array(
    z.object({
      step: z.enum(GUIDE_STEPS),
      state: z.enum(['open', 'under_way', 'done']),
      by: z.enum(['system', 'people']).describe('Who ticks it: the system where it can know'),
      until: Instant.nullable().describe('When the system will tick it'),
      doneBy: z.string().nullable().describe('Name of the person who ticked it'),
    }),
  ),
});
export type Guide = z.infer<typeof Guide>;

export const Words = z.object({
  added: z.array(z.string()).describe('Phrases of the workspace'),
  allowed: z.array(z.string()).describe('Built-in phrases that the workspace may use'),
  businessNames: z.array(z.string()).describe('How the business calls itself: workspace and numbers'),
});
export type Words = z.infer<typeof Words>;

const Phrase = z.string().trim().min(2, 'At least two characters').max(80, 'At most 80 characters');
const ById = z.object({ id: Id });

export const TemplateAgeing = z.object({
  outcome: z.enum(['pass', ...LEVELS]),
  says: z.string().describe('Which of the sentences of R13 applies'),
  numbers: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .describe('Its figures: days in use, people reached, and what the workspace calls old'),
});
export type TemplateAgeing = z.infer<typeof TemplateAgeing>;

export const watchContract = {
  numbers: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/guardian/numbers',
      summary: 'List numbers with what the guardian lets them do',
    })
    .input(z.object({}))
    .output(z.object({ items: z.array(WatchedNumber) })),
  history: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/guardian/numbers/{id}/history',
      summary: 'Get the quality of a number over time, with what campaigns sent',
    })
    .input(
      ById.extend({
        days: z.coerce.number().int().min(7).max(365).default(90).describe('So many days back'),
      }),
    )
    .output(HealthHistory),
  campaigns: operation('numbers:read')
    .route({
      method: 'GET',
      path: '/guardian/numbers/{id}/campaigns',
      summary: 'Get how people took the last campaigns of a number',
    })
    .input(ById)
    .output(z.object({ items: z.array(CampaignHealth) })),
  templates: operation('numbers:read')
    .route({
      method: 'GET',
      path: '/guardian/numbers/{id}/templates',
      summary: 'Get how people took the templates that a number sent lately',
    })
    .input(ById)
    .output(z.object({ items: z.array(TemplateHealth) })),
  ageing: operation('templates:read')
    .route({
      method: 'GET',
      path: '/guardian/templates/{id}/ageing',
      summary: 'Tell how long and to how many people a template was sent, and whether it should be renewed',
    })
    .input(ById)
    .output(TemplateAgeing),
  log: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/guardian/log',
      summary: 'List what the guardian stopped, held back and freed, newest first',
    })
    .input(PageInput.extend({ numberId: z.uuid().optional().describe('Of this number') }))
    .output(pageOf(Decision)),
  guide: operation('numbers:read', { tool: true })
    .route({
      method: 'GET',
      path: '/guardian/numbers/{id}/guide',
      summary: 'Get what to do now that the quality of a number is low or it is banned',
    })
    .input(ById)
    .output(Guide),
  tickStep: operation('numbers:write')
    .route({
      method: 'POST',
      path: '/guardian/numbers/{id}/guide',
      summary: 'Tick a step of the guide, or untick it',
    })
    .input(
      ById.extend({
        step: z.enum(GUIDE_STEPS).describe('Step of the guide'),
        done: z.boolean().describe('Ticked off, or open again'),
      }),
    )
    .output(Guide),
  words: operation('templates:read')
    .route({ method: 'GET', path: '/guardian/words', summary: 'Get the phrases that count as spam here' })
    .input(z.object({}))
    .output(Words),
  setWords: operation('workspace:write')
    .route({
      method: 'PUT',
      path: '/guardian/words',
      summary: 'Set own spam phrases, and built-in ones that may be used',
    })
    .input(
      z.object({
        added: z.array(Phrase).max(500).describe('Phrases of the workspace'),
        allowed: z.array(Phrase).max(500).describe('Built-in phrases that the workspace may use'),
      }),
    )
    .output(Words),
};
