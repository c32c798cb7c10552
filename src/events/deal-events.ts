// Events of deals: each carries the deal as it stands, so that what follows it needs to ask nothing.
import { z } from 'zod';
import { CONVERSION_TROUBLES } from '#whatsapp/conversions.ts';
import { event, nothing } from './event-description.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const stage = named.extend({
  kind: z.enum(['open', 'won', 'lost']),
  probability: z.int().describe('Per cent'),
});

const DealFacts = z.object({
  title: z.string(),
  reference: z.string().nullable(),
  pipeline: named,
  stage,
  owner: named.nullable(),
  amount: z.int().nullable().describe('In the smallest unit of the currency'),
  currency: z.string().nullable(),
  closeDate: z.iso.date().nullable(),
  lostReason: z.string().nullable(),
  contactIds: z.array(z.uuid()).describe('The first is the one that the deal is shown with'),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable().describe('Set while it is won or lost'),
});
export type DealFacts = z.infer<typeof DealFacts>;

const side = z.object({ value: z.string(), name: z.string() }).nullable();
const changes = z
  .array(z.object({ field: z.string(), from: side, to: side }))
  .describe('What changed: value and name before and after');

const fromFile = z
  .boolean()
  .optional()
  .describe('True: a file was loaded, and it may have happened long ago');

const [offer, won] = [
  {
    id: '0197a1b2-0000-7000-8000-000000000011',
    name: 'Offer',
    kind: 'open' as const,
    probability: 40,
  },
  { id: '0197a1b2-0000-7000-8000-000000000012', name: 'Won', kind: 'won' as const, probability: 100 },
];
const contactId = '0198c0de-0000-7000-8000-000000000002';
const before: z.input<typeof DealFacts> = {
  title: 'Kitchen for Anna Verdi',
  reference: 'ORD-1042',
  pipeline: { id: '0197a1b2-0000-7000-8000-000000000010', name: 'Sales' },
  stage: offer,
  owner: { id: '0197a1b2-0000-7000-8000-000000000005', name: 'Giulia' },
  amount: 1_250_000,
  currency: 'EUR',
  closeDate: '2026-03-31',
  lostReason: null,
  contactIds: [contactId],
  createdAt: '2026-02-01T09:00:00.000Z',
  closedAt: null,
};
const deal = { ...before, stage: won, closedAt: '2026-03-12T15:20:00.000Z' };
const moved = [
  { field: 'stage', from: { value: offer.id, name: offer.name }, to: { value: won.id, name: won.name } },
];

export const dealEvents = {
  'deal.created': event({
    title: 'Deal created',
    description: 'Somebody, an automation or the API created a deal; the payload names its contacts.',
    payload: z.object({ deal: DealFacts, fromFile }),
    example: { deal: before },
    visibleTo: 'deals:read',
  }),
  'deal.updated': event({
    title: 'Deal changed',
    description: 'Something of a deal changed, its stage included; the payload says what, before and after.',
    payload: z.object({ deal: DealFacts, before: DealFacts, changes, fromFile }),
    example: { deal, before, changes: moved },
    visibleTo: 'deals:read',
  }),
  'deal.stage_changed': event({
    title: 'Deal moved to another stage',
    description: 'Follows “deal changed”. A deal in a stage of the kind won is won.',
    payload: z.object({
      deal: DealFacts,
      before: DealFacts,
      secondsInStage: z.number().describe('How long it was in the stage that it left'),
    }),
    example: { deal, before, secondsInStage: 864_000 },
    visibleTo: 'deals:read',
  }),
  'deal.contact_added': event({
    title: 'Contact added to a deal',
    description: 'To a deal that was there already; those of a new one are told with its creation.',
    payload: z.object({ deal: DealFacts, before: DealFacts, contactId: z.uuid(), fromFile }),
    example: { deal: before, before: { ...before, contactIds: [] }, contactId },
    visibleTo: 'deals:read',
  }),
  'deal.contact_removed': event({
    title: 'Contact removed from a deal',
    description: 'The contact itself stays.',
    payload: z.object({ deal: DealFacts, before: DealFacts, contactId: z.uuid() }),
    example: { deal: { ...before, contactIds: [] }, before, contactId },
    visibleTo: 'deals:read',
  }),
  'deal.arranged': event({
    title: 'Deal put elsewhere in its stage',
    description: 'Only its place on the board changed.',
    payload: nothing,
    example: {},
    visibleTo: 'deals:read',
  }),
  'deal.deleted': event({
    title: 'Deal deleted',
    description: 'A deal was deleted for good; the payload is what it was.',
    payload: z.object({ deal: DealFacts }),
    example: { deal: before },
    visibleTo: 'deals:read',
  }),
  'deal.activity_changed': event({
    title: 'Activity of a deal planned, done or changed',
    description: 'The subject is the deal.',
    payload: z.object({
      activityId: z.uuid(),
      change: z.enum(['planned', 'changed', 'done', 'reopened', 'deleted']),
    }),
    example: { activityId: '0197a1b2-0000-7000-8000-000000000013', change: 'planned' },
    visibleTo: 'deals:read',
  }),
  'deal.activity_due': event({
    title: 'Reminder of an activity',
    description:
      'The moment has come to remind the owner of an activity that is not done. The subject is the deal.',
    payload: z.object({ activityId: z.uuid(), ownerId: z.uuid().nullable() }),
    example: {
      activityId: '0197a1b2-0000-7000-8000-000000000013',
      ownerId: '0197a1b2-0000-7000-8000-000000000005',
    },
    visibleTo: 'deals:read',
  }),
  'deal.conversion_changed': event({
    title: 'Conversion of a deal noted, told or refused',
    description: 'What is told to Meta of a deal changed, or what became of it.',
    payload: nothing,
    example: {},
    visibleTo: 'deals:read',
  }),
  'conversions.stopped': event({
    title: 'Conversions stopped',
    description: 'Meta takes no conversion events until somebody mends the settings.',
    payload: z.object({
      kind: z.enum(CONVERSION_TROUBLES).describe('What is the matter'),
      text: z.string().describe('Meta’s own words'),
    }),
    example: { kind: 'token_invalid', text: 'Error validating access token: Session has expired' },
    visibleTo: 'deals:configure',
  }),
  'deal.settings_changed': event({
    title: 'Pipelines or settings of deals changed',
    description: 'A pipeline, a stage, a reason of loss, a rate, a goal or what deals must have was changed.',
    payload: nothing,
    example: {},
    visibleTo: 'deals:read',
  }),
} as const;
