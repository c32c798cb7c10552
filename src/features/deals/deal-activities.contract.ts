// What may be asked about activities: what is to be done next for a deal, by whom and when.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { ActivityKind, DealKey, line, When } from './deal-shapes.contract.ts';

const Title = line('The title', 256)
  .min(1, 'Say what is to be done')
  .describe('What is to be done, one line');
const ActivityId = Id.describe('Activity');
const OwnerId = Id.describe('Member who does it');
const Moment = Instant.refine((at) => Date.parse(at) >= 0, 'That is too long ago').describe(
  'When it is to be done, ISO 8601',
);
const RemindAt = Moment.nullish().describe('When its owner is reminded; null: not at all');

export const Activity = z.object({
  id: Id,
  deal: z.object({ id: Id, title: z.string() }),
  kind: ActivityKind,
  title: z.string(),
  dueAt: Instant,
  when: When.nullable().describe('Null once it is done'),
  remindAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  owner: z.object({ userId: Id, name: z.string() }).nullable(),
  createdAt: Instant,
});
export type Activity = z.infer<typeof Activity>;

/** What narrows the list as well as its counts. */
const Whose = z.object({
  ownerId: z
    .union([Id, z.literal('me')])
    .optional()
    .describe('Of this member; me: the caller'),
  pipelineId: Id.optional().describe('Of deals that are in this pipeline now'),
  kind: ActivityKind.optional().describe('Of this kind'),
});

export const dealActivitiesContract = {
  list: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deal-activities',
      summary: 'List activities of deals',
      description: 'What is to be done, soonest first; with state=done what was done, latest first.',
    })
    .input(
      PageInput.extend({
        ...Whose.shape,
        deal: DealKey.optional().describe('Of this deal, by id or reference'),
        state: z.enum(['to_do', 'done']).default('to_do').describe('What is to be done, or what was done'),
        when: When.optional().describe('Only with state=to_do'),
      }),
    )
    .output(pageOf(Activity)),
  counts: operation('deals:read', { tool: true })
    .route({
      method: 'GET',
      path: '/deal-activities/counts',
      summary: 'Count what is to be done: overdue, today, planned',
    })
    .input(Whose)
    .output(z.object({ overdue: z.int(), today: z.int(), planned: z.int() })),
  create: operation('deals:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/deals/{key}/activities',
      successStatus: 201,
      summary: 'Plan an activity for a deal',
    })
    .input(
      z.object({
        key: DealKey,
        kind: ActivityKind.default('task'),
        title: Title,
        dueAt: Moment,
        remindAt: RemindAt,
        ownerId: OwnerId.optional().describe('The owner of the deal when left out'),
      }),
    )
    .output(Activity),
  update: operation('deals:write', { tool: true })
    .route({ method: 'PATCH', path: '/deal-activities/{id}', summary: 'Change an activity, or tick it off' })
    .input(
      z.object({
        id: ActivityId,
        kind: ActivityKind.optional(),
        title: Title.optional(),
        dueAt: Moment.optional(),
        remindAt: RemindAt.describe(
          'When its owner is reminded; null: not at all; left out: it moves along with dueAt',
        ),
        ownerId: OwnerId.optional(),
        done: z.boolean().optional().describe('True: it is done now; false: it is to be done again'),
      }),
    )
    .output(Activity),
  delete: operation('deals:write')
    .route({ method: 'DELETE', path: '/deal-activities/{id}', summary: 'Delete an activity' })
    .input(z.object({ id: ActivityId }))
    .output(Done),
};
