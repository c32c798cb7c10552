// The shapes of campaigns: audience, figures, recipients.
import { z } from 'zod';
import { Utm } from '#features/links/links.contract.ts';
import { CostEstimate, CostSoFar } from '#features/rates/rates.contract.ts';
import { MessageHistory } from '#features/sending/message-history.contract.ts';
import { CampaignHours, ErrorLimit } from '#features/sending/sending.contract.ts';
import { SmsState } from '#features/sms/sms.contract.ts';
import { pageOf } from '#kit/paging.ts';
import { Id, Instant } from '#operations/operation.ts';
import { CampaignSplit } from './campaign-split.contract.ts';
import { CampaignVariables } from './campaign-variables.contract.ts';
import { CampaignWait } from './campaign-waits.contract.ts';

export * from './campaign-split.contract.ts';
export { CampaignVariables } from './campaign-variables.contract.ts';
export * from './campaign-waits.contract.ts';

export const CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'preparing',
  'running',
  'paused',
  'completed',
  'cancelled',
] as const;
export const CampaignState = z.enum(CAMPAIGN_STATES);
export type CampaignState = z.infer<typeof CampaignState>;

/** Why somebody of the audience is left out. */
export const EXCLUSIONS = [
  'blocked',
  'in_exception',
  'unsubscribed',
  'not_opted_in',
  'unreachable',
  'failed_for_good',
  'marketing_rests',
  'duplicate',
  'deleted',
] as const;
export const Exclusion = z.enum(EXCLUSIONS);
export type Exclusion = z.infer<typeof Exclusion>;

const Excluded = z
  .partialRecord(Exclusion, z.int())
  .describe('People left out, by reason; `duplicate` counts further memberships of people who get it once');

export const CampaignAudience = z.object({
  listIds: z.array(z.uuid()).max(200).default([]).describe('Everybody in these lists'),
  segmentIds: z
    .array(z.uuid())
    .max(50)
    .default([])
    .describe('Everybody who meets these segments at the start'),
  tagIds: z.array(z.uuid()).max(50).default([]).describe('Everybody with these tags'),
  tagMatch: z.enum(['any', 'all']).default('any').describe('Whether any of the tags is enough'),
  contactIds: z.array(z.uuid()).max(5_000).default([]).describe('And these contacts, picked by hand'),
  everyone: z.boolean().default(false).describe('All contacts of the workspace'),
  requireConsent: z
    .boolean()
    .default(false)
    .describe('Only contacts who subscribed; otherwise all who did not unsubscribe'),
  except: z
    .object({
      listIds: z.array(z.uuid()).max(200).default([]),
      segmentIds: z.array(z.uuid()).max(50).default([]),
      tagIds: z.array(z.uuid()).max(50).default([]).describe('With any of these tags'),
    })
    .prefault({})
    .describe('But nobody of these'),
});
export type CampaignAudience = z.infer<typeof CampaignAudience>;

export const CampaignLinks = z.object({
  shorten: z
    .boolean()
    .default(false)
    .describe('Addresses in fixed texts become short links of ours, so that taps are counted'),
  utm: Utm.nullable().default(null).describe('Parameters added to links whose end we write'),
});
export type CampaignLinks = z.infer<typeof CampaignLinks>;

export const CampaignFigures = z.object({
  audience: z.int().describe('People it goes to'),
  excluded: Excluded,
  waiting: z.int().describe('Not begun yet'),
  queued: z.int().describe('With us, about to be sent'),
  uncertain: z.int().describe('May have been sent: no answer and no status proves it'),
  held: z.int().describe('Taken by WhatsApp, which judges the template before it sends them'),
  accepted: z.int().describe('Taken by WhatsApp, which has not reported more yet'),
  sent: z.int().describe('Reported sent, delivered and read ones included'),
  delivered: z.int().describe('Reported delivered, read ones included'),
  read: z.int(),
  failed: z.int(),
  cancelled: z.int().describe('Not sent because the campaign was cancelled'),
  replied: z.int().describe('People who answered within 7 days'),
  clicked: z.int().describe('People who tapped a quick reply of the message'),
  linkClicked: z.int().describe('People who followed a short link of the message'),
  optedOut: z.int().describe('People who unsubscribed within 7 days'),
  sms: z
    .object({
      queued: z.int(),
      sent: z.int().describe('Taken by the SMS provider, delivered ones included'),
      delivered: z.int(),
      failed: z.int().describe('Refused, not delivered, or without an answer'),
    })
    .describe('SMS to people whom WhatsApp could not reach'),
});
export type CampaignFigures = z.infer<typeof CampaignFigures>;

export const SmsFallback = z.object({
  text: z
    .string()
    .trim()
    .min(1, 'Write the SMS')
    .max(600, 'At most 600 characters')
    .describe('Holds %%FIRST_NAME%% and other fields'),
});
export type SmsFallback = z.infer<typeof SmsFallback>;

export const CampaignSummary = z.object({
  id: Id,
  name: z.string(),
  state: CampaignState,
  pausedReason: z
    .object({
      kind: z.string().describe('Stable name'),
      text: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the text is made of'),
    })
    .nullable()
    .describe('Why it stands still'),
  number: z.object({ id: Id, phone: z.string(), displayName: z.string() }).nullable(),
  template: z
    .object({ id: Id, name: z.string(), language: z.string(), category: z.string(), status: z.string() })
    .nullable(),
  retryOf: z.uuid().nullable().describe('The campaign whose failed recipients are the audience'),
  scheduledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  figures: CampaignFigures,
  createdAt: Instant,
  updatedAt: Instant,
});
export type CampaignSummary = z.infer<typeof CampaignSummary>;

export const WishedStart = z.object({
  at: z.iso.datetime({ local: true, precision: -1 }).describe('Such as 2026-11-21T09:00'),
  eachCustomersZone: z.boolean().describe('On each customer’s own clock; otherwise on the workspace’s'),
});

export const Campaign = CampaignSummary.extend({
  variables: CampaignVariables,
  audience: CampaignAudience,
  links: CampaignLinks,
  smsFallback: SmsFallback.nullable().describe('Sent by SMS to whom WhatsApp cannot reach'),
  cost: CostSoFar.nullable().describe('What was charged so far; null before the first delivery'),
  split: CampaignSplit.nullable().describe(
    'Test of variants: the best one goes to the others of the audience',
  ),
  planned: z.boolean().describe('Goes out day by day, by the guardian’s sending plan'),
  nextDueAt: Instant.nullable().describe('Everybody who waits is due later, the first of them then'),
  hours: CampaignHours.describe('When it may reach customers; null: the workspace’s hours'),
  errorLimit: ErrorLimit.nullable().describe('When errors pause it; null: as the workspace says'),
  waitsFor: CampaignWait.nullable().describe('Why a running campaign sends nothing now, and when it goes on'),
  wishedStart: WishedStart.nullable().describe('When a draft is meant to start; scheduling is another step'),
  localTime: z
    .string()
    .nullable()
    .describe('A clock time: each customer gets it when their own clock shows it'),
  ratePerSecond: z.int().nullable().describe('Messages per second that the number may send'),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignName = z
  .string()
  .trim()
  .min(1, 'Give the campaign a name')
  .max(120, 'At most 120 characters')
  .describe('What people see of it; customers never do');

/** What a person may write of a campaign. */
export const campaignWritable = {
  name: CampaignName,
  numberId: z.uuid().nullable().optional().describe('The number it is sent from'),
  templateId: z.uuid().nullable().optional().describe('Approved template that is sent'),
  variables: CampaignVariables.optional(),
  audience: CampaignAudience.optional().describe('Who is to get it'),
  planned: z.boolean().optional().describe('Goes out day by day, by the guardian’s sending plan'),
  links: CampaignLinks.optional().describe('What becomes of addresses in the texts'),
  split: CampaignSplit.nullable()
    .optional()
    .describe('Test of variants: the best one goes to the others of the audience; null: none'),
  hours: CampaignHours.optional().describe('When it may reach customers; null: the workspace’s hours'),
  errorLimit: ErrorLimit.nullable().optional().describe('When errors pause it; null: as the workspace says'),
  smsFallback: SmsFallback.nullable().optional().describe('null: no SMS'),
  wishedStart: WishedStart.nullable().optional().describe('When a draft is meant to start; null: at once'),
};

export const Estimate = z.object({
  audience: z.int().describe('People it would go to now'),
  excluded: Excluded,
  cost: CostEstimate.nullable().describe('What it costs at most; null without a template or without rates'),
});
export type Estimate = z.infer<typeof Estimate>;

/** How far a message to somebody of the audience came: each person stands in exactly one. */
export const AUDIENCE_STATES = [
  'waiting',
  'queued',
  'uncertain',
  'held',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
] as const;

export const RECIPIENT_FILTERS = [
  ...AUDIENCE_STATES,
  'held_back',
  'replied',
  'clicked',
  'link_clicked',
  'opted_out',
  'excluded',
] as const;
export const RecipientFilter = z.enum(RECIPIENT_FILTERS);
export type RecipientFilter = z.infer<typeof RecipientFilter>;

export const CampaignRecipient = z.object({
  contactId: Id,
  name: z.string(),
  phone: z.string().nullable(),
  state: z.enum([...AUDIENCE_STATES, 'excluded']).describe('How far it came'),
  reason: z.string().nullable().describe('Why waiting, excluded or failed: a stable name'),
  reasonText: z.string().nullable().describe('Why failed or held back, in words'),
  messageId: z.uuid().nullable(),
  waitsUntil: Instant.nullable().describe(
    'Of those who wait: not before then. Of uncertain ones: until then a status is waited for before silence ' +
      'decides; null: nothing is done by itself',
  ),
  sentAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  readAt: Instant.nullable(),
  failedAt: Instant.nullable(),
  repliedAt: Instant.nullable(),
  clickedAt: Instant.nullable(),
  linkClickedAt: Instant.nullable(),
  optedOutAt: Instant.nullable(),
  sms: z
    .object({ state: SmsState, reason: z.string().nullable() })
    .nullable()
    .describe('The SMS that went instead'),
});
export type CampaignRecipient = z.infer<typeof CampaignRecipient>;

export const RecipientInFull = z.object({
  recipient: CampaignRecipient,
  message: MessageHistory.nullable().describe('Null: none was written'),
});

export const RecipientPage = pageOf(CampaignRecipient).extend({
  departed: z.int().describe('People of the figure whose contact was deleted: they are a number only'),
});
