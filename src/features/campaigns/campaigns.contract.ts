// What the world may ask about campaigns: one template to many people, at a time, with figures.
import { z } from 'zod';
import { CampaignPlan, Preflight, Reasons } from '#features/guardian/preflight.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { CampaignComparison, ComparedIds } from './campaign-comparison.contract.ts';
import {
  Campaign,
  CampaignAudience,
  CampaignName,
  CampaignSplit,
  CampaignState,
  CampaignSummary,
  CampaignVariables,
  campaignWritable,
  Estimate,
  RecipientFilter,
  RecipientInFull,
  RecipientPage,
  SplitReport,
} from './campaign-shapes.contract.ts';
import { contactCampaignsContract } from './contact-campaigns.contract.ts';

export * from './campaign-comparison.contract.ts';
export * from './campaign-shapes.contract.ts';

const StartTime = z
  .union([Instant, z.iso.datetime({ local: true })])
  .refine((text) => !text.startsWith('0000'), 'There was no year 0')
  .describe('An instant, or a time of the workspace’s time zone such as 2026-11-21T09:00:00');

const InState = CampaignState.optional().describe('In this state');
const RecipientsOf = RecipientFilter.optional().describe('Everybody when left out');

const ById = z.object({ id: Id });
const change = (path: string, summary: string, description?: string) =>
  operation('campaigns:write', { tool: true })
    .route({
      method: 'POST',
      path: `/campaigns/{id}/${path}`,
      summary,
      ...(description ? { description } : {}),
    })
    .input(ById)
    .output(Campaign);

export const campaignsContract = {
  ...contactCampaignsContract,
  list: operation('campaigns:read', { tool: true })
    .route({ method: 'GET', path: '/campaigns', summary: 'List campaigns, newest first' })
    .input(
      PageInput.extend({
        state: InState,
        search: z.string().trim().max(100).optional().describe('Part of the name'),
      }),
    )
    .output(pageOf(CampaignSummary)),
  get: operation('campaigns:read', { tool: true })
    .route({ method: 'GET', path: '/campaigns/{id}', summary: 'Get a campaign with its figures' })
    .input(ById)
    .output(Campaign),
  compare: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/compare',
      summary: 'Compare campaigns: figures, shares and costs side by side',
    })
    .input(z.object({ ids: ComparedIds }))
    .output(CampaignComparison),
  create: operation('campaigns:write', { creates: true, tool: true })
    .route({ method: 'POST', path: '/campaigns', summary: 'Create a draft campaign', successStatus: 201 })
    .input(z.object(campaignWritable))
    .output(Campaign),
  update: operation('campaigns:write', { tool: true })
    .route({
      method: 'PATCH',
      path: '/campaigns/{id}',
      summary: 'Change a draft or scheduled campaign',
      description: 'What is left out stays. The name may be changed at any time.',
    })
    .input(z.object({ ...campaignWritable, id: Id, name: CampaignName.optional() }))
    .output(Campaign),
  estimate: operation('campaigns:read', { tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/estimate',
      summary: 'Count an audience, with the reasons of those left out',
    })
    .input(
      z.object({
        audience: CampaignAudience.describe('Who is to get it'),
        templateId: z.uuid().nullable().optional().describe('Marketing leaves out who unsubscribed'),
        retryOf: z.uuid().nullable().optional().describe('Those whom this campaign failed to reach'),
        split: CampaignSplit.nullable().optional().describe('Every template that is tried counts'),
        at: Instant.optional().describe('When it is to be sent: rates change; now when left out'),
      }),
    )
    .output(Estimate),
  preflight: operation('campaigns:read', { tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/preflight',
      summary: 'Ask the guardian about a campaign: every rule’s verdict, and the sending plan it offers',
      description:
        'A stored campaign by its id, or one in the making; what is given goes before what is stored.',
    })
    .input(
      z.object({
        id: Id.optional(),
        numberId: campaignWritable.numberId,
        templateId: campaignWritable.templateId,
        variables: CampaignVariables.optional(),
        audience: CampaignAudience.optional().describe('Who would get it'),
        planned: z.boolean().optional().describe('Goes out day by day, by the guardian’s sending plan'),
        split: CampaignSplit.nullable().optional().describe('Test of variants; null: none'),
        at: StartTime.optional().describe('When it is to start, as `schedule` takes it; now when left out'),
      }),
    )
    .output(Preflight),
  plan: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/{id}/plan',
      summary: 'Get the sending plan that a campaign follows, and how far it is',
    })
    .input(ById)
    .output(z.object({ plan: CampaignPlan.nullable().describe('Null: it follows none, or has not begun') })),
  start: operation('campaigns:write', { tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/start',
      summary: 'Start a campaign now',
      description:
        'Freezes the audience once, then sends. Refused with every problem named when something lacks, and with ' +
        '`preflight_blocked` or `preflight_unanswered` while a rule of the guardian stands in the way.',
    })
    .input(ById.extend({ reasons: Reasons.optional() }))
    .output(Campaign),
  schedule: operation('campaigns:write', { tool: true })
    .route({ method: 'POST', path: '/campaigns/{id}/schedule', summary: 'Start a campaign at a time' })
    .input(
      z.object({
        id: Id,
        at: StartTime,
        reasons: Reasons.optional(),
        eachCustomersZone: z
          .boolean()
          .default(false)
          .describe('`at` is a clock time: each customer gets it when their own clock shows it'),
      }),
    )
    .output(Campaign),
  unschedule: change(
    'unschedule',
    'Make a campaign a draft again that was scheduled, or was paused before it began',
  ),
  pause: change(
    'pause',
    'Pause a running campaign',
    'What waits stays; nobody gets it twice after resuming.',
  ),
  resume: change('resume', 'Resume a paused campaign'),
  cancel: change('cancel', 'Cancel a campaign for good', 'Messages that are on their way still arrive.'),
  clone: operation('campaigns:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/clone',
      summary: 'Make a draft like a campaign',
      successStatus: 201,
    })
    .input(ById)
    .output(Campaign),
  retryFailed: operation('campaigns:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/retry-failed',
      summary: 'Make a draft for whom a campaign failed to reach',
      description:
        'Leaves out those whom another try cannot reach: not on WhatsApp (`unreachable`), or failed for a reason that stays (`failed_for_good`). The estimate counts them.',
      successStatus: 201,
    })
    .input(ById)
    .output(Campaign),
  split: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/{id}/split',
      summary: 'Tell how a test of variants stands',
      description: 'Figures of the test only: who got the winner afterwards is not counted here.',
    })
    .input(ById)
    .output(SplitReport),
  chooseWinner: operation('campaigns:write', { tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/winner',
      summary: 'Choose the variant that the others of the audience get',
      description: 'At any time of the test; it does not wait for the figures then.',
    })
    .input(ById.extend({ position: z.int().min(1).max(5).describe('1 is the campaign’s own template') }))
    .output(SplitReport),
  testSend: operation('campaigns:write', { creates: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/test',
      summary: 'Send a campaign’s message to a phone, to try it',
      description: 'Every variant once, ahead of bulk, marked as a test and counted in no figure.',
      successStatus: 201,
    })
    .input(
      ById.extend({ phone: z.string().max(40).optional().describe('Default: the phone of your last test') }),
    )
    .output(z.object({ phone: z.string(), messageIds: z.array(Id) })),
  testPhone: operation('campaigns:write')
    .route({ method: 'GET', path: '/campaigns/test-phone', summary: 'Tell the phone of your last test' })
    .input(z.object({}))
    .output(z.object({ phone: z.string().nullable() })),
  calendar: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/calendar',
      summary: 'List the campaigns of some days',
      description: 'By when they started, or are to start. At most 500.',
    })
    .input(z.object({ from: Instant, to: Instant, state: InState }))
    .output(
      z.object({
        items: z.array(CampaignSummary.extend({ localTime: Campaign.shape.localTime })),
        more: z.boolean().describe('There are more than are listed'),
      }),
    ),
  recipients: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/{id}/recipients',
      summary: 'List the recipients of a campaign',
      description: 'Sent, delivered and read include those who came further.',
    })
    .input(PageInput.extend({ id: Id, filter: RecipientsOf }))
    .output(RecipientPage),
  recipient: operation('campaigns:read', { tool: true })
    .route({
      method: 'GET',
      path: '/campaigns/{id}/recipients/{contactId}',
      summary: 'Get one recipient of a campaign, with all that is known of the message',
    })
    .input(z.object({ id: Id, contactId: Id }))
    .output(RecipientInFull),
  settleUncertain: operation('campaigns:write')
    .route({
      method: 'POST',
      path: '/campaigns/{id}/uncertain',
      summary: 'Decide about uncertain messages: send them again, or wait for them no longer',
      description:
        'Sent again, customers may get them twice: nothing proves that they did not leave. At most 10,000 at a time.',
    })
    .input(
      z.object({
        id: Id,
        decision: z.enum(['send_again', 'leave']).describe('Send them again, perhaps twice, or leave them'),
        contactIds: z.array(Id).max(5_000).optional().describe('Only those of these contacts'),
      }),
    )
    .output(z.object({ count: z.int().describe('Messages that the decision concerned') })),
  keepRecipients: operation('campaigns:write', { tool: true })
    .route({
      method: 'POST',
      path: '/campaigns/{id}/recipients/keep',
      summary: 'Put the people of a figure into a list, or tag them',
      description:
        'The list or tag is made when there is none of the name. Of more than 20,000 people the rest follows in the background. Blocked contacts join no list.',
    })
    .input(
      z.object({
        id: Id,
        filter: RecipientsOf,
        as: z.enum(['list', 'tag']).describe('As what they are kept'),
        name: z
          .string()
          .trim()
          .min(1, 'Give it a name')
          .max(60, 'At most 60 characters')
          .regex(/^[^;|\n\r]*$/, 'The name holds no ; and no |')
          .describe('Name of the list or tag'),
      }),
    )
    .output(
      z.object({
        id: Id.describe('Of the list or tag'),
        name: z.string(),
        kept: z.int().describe('People put there so far'),
        more: z.boolean().describe('The rest follows'),
      }),
    ),
  delete: operation('campaigns:write')
    .route({ method: 'DELETE', path: '/campaigns/{id}', summary: 'Delete a draft' })
    .input(ById)
    .output(Done),
};
