// The shapes of deals: what a deal, its stage and its history look like, and how deals are chosen.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';
import { Amount, Currency } from './money.contract.ts';

export const STAGE_KINDS = ['open', 'won', 'lost'] as const;
export const StageKind = z
  .enum(STAGE_KINDS)
  .describe('open, won or lost: what the stage means for its deals');
export type StageKind = z.infer<typeof StageKind>;

/** What can be demanded of a deal besides contacts, title, pipeline, stage and owner. */
export const REQUIRABLE = ['amount', 'closeDate', 'reference', 'lostReason'] as const;
export const Requirable = z.enum(REQUIRABLE);
export type Requirable = z.infer<typeof Requirable>;

/** One line of text. */
export const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), `${what} is one line`);

export const Title = line('The title', 256)
  .min(1, 'Give the deal a title')
  .describe('Name of the deal, one line');
export const Reference = line('The reference', 256)
  .min(1)
  .describe('What other systems know the deal by; finds it, whatever the case');
export const LostNote = z
  .string()
  .trim()
  .min(1)
  .max(1024, 'At most 1024 characters')
  .refine((text) => !text.includes('\u0000'), 'This holds a character that cannot be kept')
  .describe('More on why it was lost; only in Lost');
/** A deal, by its id or by its reference. */
export const DealKey = z.string().trim().min(1).max(256).describe('Id or reference of the deal');
export const Day = z.iso
  .date()
  .refine((day) => !day.startsWith('0000'), 'There was no year 0')
  .describe('Day in the workspace’s time zone, e.g. 2026-11-21');

const named = z.object({ id: Id, name: z.string() });

export const ACTIVITY_KINDS = ['call', 'meeting', 'message', 'email', 'task'] as const;
export const ActivityKind = z.enum(ACTIVITY_KINDS).describe('What kind of activity it is');
export const When = z.enum(['overdue', 'today', 'planned']).describe('By the workspace’s time zone');

export const NextActivity = z.object({
  id: Id,
  kind: ActivityKind,
  title: z.string(),
  dueAt: Instant,
  when: When,
});
export type NextActivity = z.infer<typeof NextActivity>;

export const Deal = z.object({
  id: Id,
  title: z.string(),
  pipeline: named,
  stage: named.extend({ kind: StageKind, probability: z.int().describe('Per cent') }),
  owner: z
    .object({ userId: Id, name: z.string() })
    .nullable()
    .describe('Null only after its owner left the workspace'),
  amount: Amount.nullable(),
  currency: Currency.nullable(),
  worth: z.int().nullable().describe('The amount in the workspace’s currency; null without a rate'),
  closeDate: Day.nullable().describe(
    'When it is expected to close; the day on which it closed when none was set',
  ),
  reference: z.string().nullable(),
  lostReason: named.nullable(),
  lostNote: z.string().nullable(),
  contacts: z
    .array(named.extend({ phone: z.string().nullable().describe('E.164; null when WhatsApp hides it') }))
    .describe('The first is the one that the deal is shown with; empty only after they were erased'),
  nextActivity: NextActivity.nullable(),
  stageSince: Instant.describe('When it came into its stage'),
  daysInStage: z.int(),
  isRotting: z.boolean().describe('Longer in its stage than the stage allows'),
  createdBy: z.object({ kind: z.string().describe('person, api_key, automation, system'), name: z.string() }),
  createdAt: Instant,
  updatedAt: Instant,
  closedAt: Instant.nullable().describe('Set while it is won or lost'),
  version: z.int().describe('Counts its changes'),
});
export type Deal = z.infer<typeof Deal>;

const side = z
  .object({ value: z.string(), name: z.string() })
  .nullable()
  .describe('Value and, as it was called then, its name');

export const CHANGED_FIELDS = [
  'title',
  'pipeline',
  'stage',
  'owner',
  'amount',
  'currency',
  'closeDate',
  'reference',
  'lostReason',
  'lostNote',
] as const;
export const DealChange = z.object({ field: z.enum(CHANGED_FIELDS), from: side, to: side });
export type DealChange = z.infer<typeof DealChange>;

export const HISTORY_KINDS = [
  'created',
  'changed',
  'moved',
  'contact_added',
  'contact_removed',
  'activity_planned',
  'activity_changed',
  'activity_done',
  'activity_reopened',
  'activity_deleted',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export const DealEntry = z.object({
  id: Id,
  kind: z.enum([...HISTORY_KINDS, 'message_received', 'message_sent']),
  changes: z.array(DealChange),
  contact: named
    .nullable()
    .describe('Who was added or removed, or who wrote or was written to; null when they are gone'),
  activity: z.string().nullable().describe('Title of the activity'),
  preview: z.string().nullable().describe('First words of a message'),
  actor: z
    .object({ kind: z.string(), name: z.string() })
    .describe('The name is empty where nobody in person did it'),
  at: Instant,
});
export type DealEntry = z.infer<typeof DealEntry>;

/** A query string gives one value where a list may stand. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.union([z.array(item).max(most), item.transform((one) => [one])]).optional();

/** What narrows the board as well as the list. */
export const BoardFilter = z.object({
  search: z.string().trim().max(100).optional().describe('Words of the deal’s name or its reference'),
  ownerId: several(z.union([Id, z.enum(['me', 'none'])]), 50).describe(
    'Of any of these members; me: the caller; none: nobody’s',
  ),
  contactId: Id.optional().describe('With this contact'),
  createdFrom: Day.optional().describe('Created on this day or later'),
  createdTo: Day.optional().describe('Created on this day or earlier'),
  closeFrom: Day.optional().describe('Expected to close on this day or later'),
  closeTo: Day.optional().describe('Expected to close on this day or earlier'),
  activity: z
    .enum(['overdue', 'today', 'planned', 'none'])
    .optional()
    .describe('By when the next activity is due; none: nothing is planned'),
});

export const DealFilter = BoardFilter.extend({
  reference: z.string().trim().max(256).optional().describe('Exactly this reference'),
  pipelineId: several(Id, 10).describe('In any of these pipelines'),
  stageId: several(Id, 50).describe('In any of these stages'),
  state: z.enum(['open', 'won', 'lost', 'closed']).optional().describe('closed: won or lost'),
  closedFrom: Day.optional().describe('Won or lost on this day or later'),
  closedTo: Day.optional().describe('Won or lost on this day or earlier'),
  closeDate: z.enum(['none']).optional().describe('none: without a close date'),
  lostReasonId: z
    .union([Id, z.enum(['none'])])
    .optional()
    .describe('none: lost, and nobody said why'),
  reachedStageId: Id.optional().describe('Came into this stage or one beyond it; Lost is beyond nothing'),
});
export type DealFilter = z.output<typeof DealFilter>;

export const DEAL_SORTS = [
  '-created',
  'created',
  '-updated',
  'updated',
  'title',
  '-title',
  'stage',
  '-stage',
  'closeDate',
  '-closeDate',
  'amount',
  '-amount',
] as const;
export const DealSort = z
  .enum(DEAL_SORTS)
  .describe('Column to sort by; - sorts downwards; amounts by what they are in the workspace’s currency');
export type DealSort = z.infer<typeof DealSort>;

/** Amounts of one currency, added up. */
export const AmountOf = z.object({ currency: z.string(), amount: z.number(), count: z.int() });
export type AmountOf = z.infer<typeof AmountOf>;

export const Totals = z.object({
  count: z.int(),
  amounts: z
    .array(AmountOf.extend({ hasRate: z.boolean().describe('False: they are not in worth') }))
    .describe('Per currency'),
  currency: z.string().describe('The workspace’s'),
  worth: z.number().describe('All of it in the workspace’s currency'),
  weighted: z.number().describe('The same, each deal by the probability of its stage'),
  unrated: z.int().describe('Deals with an amount whose currency has no rate: they are not in worth'),
});
export type Totals = z.infer<typeof Totals>;
