// What the world may ask about tags, the labels on contacts.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

/** `;` and `|` part several tags within one cell of a CSV file. */
export const TagName = z
  .string()
  .trim()
  .min(1, 'Give the tag a name')
  .max(60, 'At most 60 characters')
  .regex(/^[^;|\n\r]*$/, 'A tag’s name holds no ; and no |')
  .describe('Unique name, whatever the case');

export const Tag = z.object({
  id: Id,
  name: z.string(),
  contactCount: z.int().describe('Contacts that carry it'),
  createdAt: Instant,
});
export type Tag = z.infer<typeof Tag>;

/** A tag or list as another thing shows it. */
export const Named = z.object({ id: Id, name: z.string() });
export type Named = z.infer<typeof Named>;

export const tagsContract = {
  list: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/tags', summary: 'List tags by name' })
    .input(PageInput.extend({ search: z.string().trim().max(60).optional().describe('Part of the name') }))
    .output(pageOf(Tag)),
  create: operation('contacts:write', { creates: true, tool: true })
    .route({ method: 'POST', path: '/tags', summary: 'Create a tag', successStatus: 201 })
    .input(z.object({ name: TagName }))
    .output(Tag),
  update: operation('contacts:write', { tool: true })
    .route({ method: 'PATCH', path: '/tags/{id}', summary: 'Rename a tag' })
    .input(z.object({ id: Id, name: TagName }))
    .output(Tag),
  delete: operation('contacts:write', { tool: true })
    .route({ method: 'DELETE', path: '/tags/{id}', summary: 'Delete a tag; its contacts stay' })
    .input(z.object({ id: Id }))
    .output(Done),
  merge: operation('contacts:write', { tool: true })
    .route({
      method: 'POST',
      path: '/tags/{id}/merge',
      summary: 'Merge a tag into another',
      description: 'Contacts of this tag get the other one; this tag is deleted. Answers the other tag.',
    })
    .input(z.object({ id: Id, intoId: Id.describe('The tag that stays') }))
    .output(Tag),
};
