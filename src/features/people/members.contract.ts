// What may be asked about the people of a workspace.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { RoleName } from './session.contract.ts';

export const Member = z.object({
  userId: Id,
  name: z.string(),
  email: z.string(),
  role: RoleName,
  twoFactorEnabled: z.boolean(),
  joinedAt: Instant,
});
export type Member = z.infer<typeof Member>;

export const membersContract = {
  list: operation('members:read', { tool: true })
    .route({ method: 'GET', path: '/members', summary: 'List the people of the workspace' })
    .input(PageInput)
    .output(pageOf(Member)),
  changeRole: operation('members:write')
    .route({
      method: 'PATCH',
      path: '/members/{userId}',
      summary: 'Change a person’s role',
      description: 'Making or unmaking an owner needs `owners:write`. The last owner stays one.',
    })
    .input(z.object({ userId: Id, role: RoleName }))
    .output(Member),
  remove: operation('members:write')
    .route({
      method: 'DELETE',
      path: '/members/{userId}',
      summary: 'Remove a person from the workspace',
      description: 'Removing an owner needs `owners:write`. The last owner cannot be removed.',
    })
    .input(z.object({ userId: Id }))
    .output(Done),
};
