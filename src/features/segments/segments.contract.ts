// What the world may ask about segments: kept conditions over contacts, asked anew each time.
import { z } from 'zod';
import { ContactConditions } from '#features/contacts/contact-conditions.contract.ts';
import { Contact } from '#features/contacts/contacts.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

export const SegmentName = z
  .string()
  .trim()
  .min(1, 'Give the segment a name')
  .max(100, 'At most 100 characters')
  .describe('Unique name, whatever the case');

export const Segment = z.object({
  id: Id,
  name: z.string(),
  conditions: ContactConditions,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Segment = z.infer<typeof Segment>;

const writable = { name: SegmentName, conditions: ContactConditions };

export const segmentsContract = {
  list: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/segments', summary: 'List segments, newest first' })
    .input(PageInput.extend({ search: z.string().trim().max(100).optional().describe('Part of the name') }))
    .output(pageOf(Segment)),
  get: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/segments/{id}', summary: 'Get a segment' })
    .input(z.object({ id: Id }))
    .output(Segment),
  create: operation('contacts:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/segments',
      summary: 'Create a segment',
      description: 'A segment holds conditions, not contacts: who meets them is asked each time.',
      successStatus: 201,
    })
    .input(z.object(writable))
    .output(Segment),
  update: operation('contacts:write', { tool: true })
    .route({ method: 'PATCH', path: '/segments/{id}', summary: 'Change a segment; what is left out stays' })
    .input(z.object({ id: Id, name: SegmentName.optional(), conditions: ContactConditions.optional() }))
    .output(Segment),
  delete: operation('contacts:write')
    .route({
      method: 'DELETE',
      path: '/segments/{id}',
      summary: 'Delete a segment; its contacts stay',
      description: 'Refused while a draft or scheduled campaign goes to it.',
    })
    .input(z.object({ id: Id }))
    .output(Done),
  count: operation('contacts:read', { tool: true })
    .route({
      method: 'POST',
      path: '/segments/count',
      summary: 'Count the contacts that meet conditions now',
    })
    .input(z.object({ conditions: ContactConditions }))
    .output(z.object({ count: z.int() })),
  contacts: operation('contacts:read', { tool: true })
    .route({
      method: 'POST',
      path: '/segments/contacts',
      summary: 'List the contacts that meet conditions now, newest first',
    })
    .input(PageInput.extend({ conditions: ContactConditions }))
    .output(pageOf(Contact)),
};
