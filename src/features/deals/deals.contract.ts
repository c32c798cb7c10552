// What may be asked about deals: sales opportunities on their way through a pipeline.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, operation } from '#operations/operation.ts';
import {
  BoardFilter,
  Day,
  Deal,
  DealEntry,
  DealFilter,
  DealKey,
  DealSort,
  LostNote,
  Reference,
  StageKind,
  Title,
  Totals,
} from './deal-shapes.contract.ts';
import { Amount, Currency } from './money.contract.ts';

const ContactIds = z
  .array(Id)
  .min(1, 'Choose at least one contact')
  .max(50, 'At most 50 contacts')
  .describe('Contacts of the deal; it is shown with the first');
const Version = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .optional()
  .describe('The version that the caller has seen: refused with `deal_changed` when there is a newer one');
const OwnerId = Id.describe('Member whose deal it is');
const LostReasonId = Id.nullish().describe('Why it was lost; only in Lost');

export const NewDeal = z.object({
  contactIds: ContactIds,
  title: Title.optional().describe('The name of the first contact when left out'),
  pipelineId: Id.optional().describe('The first pipeline when left out'),
  stageId: Id.optional().describe('The first stage of the pipeline when left out'),
  ownerId: OwnerId.optional().describe('The caller when left out; an API key must name one'),
  amount: Amount.nullish(),
  currency: Currency.nullish().describe('The workspace’s when left out'),
  closeDate: Day.nullish().describe('When it is expected to close; today when it begins in Won or Lost'),
  reference: Reference.nullish(),
  lostReasonId: LostReasonId,
  lostNote: LostNote.nullish(),
});

/** What stands on the deal besides where it is. */
const Values = z.object({
  title: Title.optional(),
  ownerId: OwnerId.optional(),
  amount: Amount.nullish(),
  currency: Currency.nullish(),
  closeDate: Day.nullish(),
  reference: Reference.nullish(),
  lostReasonId: LostReasonId,
  lostNote: LostNote.nullish(),
});

export const DealChanges = Values.extend({
  contactIds: ContactIds.optional(),
  pipelineId: Id.optional().describe('Moves it to the first stage of this pipeline, unless a stage is named'),
  stageId: Id.optional().describe('Moves it to this stage'),
});

const key = z.object({ key: DealKey });

export const BoardStage = z.object({
  stage: z.object({ id: Id, name: z.string(), kind: StageKind, probability: z.int() }),
  totals: Totals,
  deals: z.array(Deal),
  nextCursor: z.string().nullable(),
});

export const dealsContract = {
  list: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/deals', summary: 'List and search deals' })
    .input(PageInput.extend({ ...DealFilter.shape, sort: DealSort.default('-created') }))
    .output(pageOf(Deal)),
  totals: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/deals/totals', summary: 'Count deals and add up their amounts' })
    .input(DealFilter)
    .output(Totals),
  board: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/board',
      summary: 'Get the board of a pipeline: the first deals of each stage, and its totals',
    })
    .input(
      BoardFilter.extend({
        pipelineId: Id.describe('Pipeline whose board it is'),
        perStage: z.coerce.number().int().min(1).max(100).default(25).describe('Deals of each stage'),
      }),
    )
    .output(z.object({ stages: z.array(BoardStage) })),
  stage: operation('deals:read')
    .route({
      method: 'GET',
      path: '/deals/board/{stageId}',
      summary: 'Get more deals of a stage of the board',
    })
    .input(PageInput.extend({ ...BoardFilter.shape, stageId: Id.describe('Stage of the board') }))
    .output(pageOf(Deal)),
  duplicates: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/duplicates',
      summary: 'Find deals that a new one may repeat',
      description:
        'Open ones with one of the contacts in the same pipeline, and any with the same reference.',
    })
    .input(
      z.object({
        contactIds: z
          .union([z.array(Id).max(50), Id.transform((one) => [one])])
          .optional()
          .describe('Contacts of the new deal'),
        pipelineId: Id.optional().describe('Pipeline of the new deal'),
        reference: z.string().trim().max(256).optional().describe('Reference of the new deal'),
        exceptId: Id.optional().describe('Not this one'),
      }),
    )
    .output(
      z.object({ items: z.array(z.object({ deal: Deal, because: z.enum(['contact', 'reference']) })) }),
    ),
  ofContact: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/contacts/{contactId}/deals', summary: 'Get the deals of a contact' })
    .input(z.object({ contactId: Id.describe('Contact whose deals they are') }))
    .output(
      z.object({
        open: z.array(Deal).describe('Newest first, at most 100'),
        closed: z.array(Deal).describe('Latest first, at most 100'),
      }),
    ),
  get: operation('deals:read', { tool: true })
    .route({ method: 'GET', path: '/deals/{key}', summary: 'Get a deal by id or reference' })
    .input(key)
    .output(Deal),
  timeline: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/{key}/timeline',
      summary: 'Read what happened to a deal',
      description:
        'Creation, changes with before and after, moves, contacts, activities, and the messages with its contacts while it is open, as far as the caller may read them; latest first.',
    })
    .input(
      PageInput.extend({
        ...key.shape,
        show: z.enum(['all', 'changes', 'messages']).default('all').describe('What to leave out'),
      }),
    )
    .output(pageOf(DealEntry)),
  create: operation('deals:write', { creates: true, tool: true })
    .route({ method: 'POST', path: '/deals', successStatus: 201, summary: 'Create a deal' })
    .input(NewDeal)
    .output(Deal),
  update: operation('deals:write', { tool: true })
    .route({
      method: 'PATCH',
      path: '/deals/{key}',
      summary: 'Change a deal, found by id or reference',
      description:
        'What is left out stays, null clears. Refused with `reference_ambiguous` when several have it.',
    })
    .input(DealChanges.extend({ ...key.shape, version: Version }))
    .output(Deal),
  move: operation('deals:write', { tool: true })
    .route({
      method: 'POST',
      path: '/deals/{id}/move',
      summary: 'Move a deal to a stage, or to another place in its stage',
      description:
        'To the top, unless it says beside which deal. Fields that the stage demands can be given along; those still missing are named.',
    })
    .input(
      z.object({
        id: Id.describe('Deal to move'),
        stageId: Id.describe('Stage that it shall be in'),
        aboveId: Id.optional().describe('The deal that it shall stand below'),
        belowId: Id.optional().describe('The deal that it shall stand above; aboveId wins'),
        set: Values.omit({ title: true })
          .optional()
          .describe('Fields to change along the way, such as those that the stage demands'),
        version: Version,
      }),
    )
    .output(Deal),
  clone: operation('deals:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/deals/{key}/clone',
      successStatus: 201,
      summary: 'Clone a deal',
      description: 'Without its reference, activities and history; a closed one begins in the first stage.',
    })
    .input(key)
    .output(Deal),
  delete: operation('deals:write')
    .route({ method: 'DELETE', path: '/deals/{key}', summary: 'Delete a deal for good' })
    .input(key)
    .output(Done),
  deleteMany: operation('deals:write')
    .route({ method: 'POST', path: '/deals/delete', summary: 'Delete several deals for good' })
    .input(z.object({ ids: z.array(Id).min(1).max(500).describe('Deals to delete') }))
    .output(z.object({ affected: z.int().describe('Deals that are gone') })),
};
