// What may be asked about invitations: those who manage a workspace send them, those invited answer them.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, openOperation, operation } from '#operations/operation.ts';
import { PersonName, RoleName } from './session.contract.ts';

const Email = z
  .email('Write an e-mail address like name@example.com')
  .max(254)
  .toLowerCase()
  .describe('E-mail address of the person invited');
const Token = z.string().min(1).max(200).meta({ writeOnly: true }).describe('From the link in the mail');

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: RoleName,
  invitedBy: z.string().nullable().describe('Name of who invited, while they exist'),
  createdAt: Instant,
  expiresAt: Instant,
  expired: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

const Sent = Invitation.extend({
  link: z
    .string()
    .nullable()
    .describe(
      'Where the invitation is accepted; only when no mail server is set, to hand over by other means',
    ),
});

export const invitationsContract = {
  list: operation('members:read')
    .route({ method: 'GET', path: '/invitations', summary: 'List the invitations that wait for an answer' })
    .input(PageInput)
    .output(pageOf(Invitation)),
  create: operation('members:write', { creates: true })
    .route({
      method: 'POST',
      path: '/invitations',
      summary: 'Invite a person',
      description:
        'Sends a mail with a link that works for seven days. Inviting an owner needs `owners:write`.',
      successStatus: 201,
    })
    .input(z.object({ email: Email, role: RoleName }))
    .output(Sent),
  resend: operation('members:write')
    .route({
      method: 'POST',
      path: '/invitations/{id}/resend',
      summary: 'Send an invitation again',
      description: 'With a new link and seven more days; the former link no longer works.',
    })
    .input(z.object({ id: Id }))
    .output(Sent),
  revoke: operation('members:write')
    .route({ method: 'DELETE', path: '/invitations/{id}', summary: 'Take an invitation back' })
    .input(z.object({ id: Id }))
    .output(Done),
  lookUp: openOperation('anyone')
    .route({
      method: 'POST',
      path: '/invitations/look-up',
      summary: 'Look at an invitation before accepting it',
    })
    .input(z.object({ token: Token }))
    .output(
      z.object({
        workspaceName: z.string(),
        email: z.string(),
        role: RoleName,
        invitedBy: z.string().nullable(),
        expiresAt: Instant,
        hasAccount: z.boolean().describe('True: sign in to accept. False: accept with a name and a password'),
      }),
    ),
  accept: openOperation('anyone')
    .route({
      method: 'POST',
      path: '/invitations/accept',
      summary: 'Accept an invitation',
      description:
        'A signed-in person joins as themselves. A new person sends name and password, then signs in with them.',
    })
    .input(
      z.object({
        token: Token,
        name: PersonName.optional(),
        password: z.string().max(128).optional().meta({ writeOnly: true }).describe('At least 10 characters'),
      }),
    )
    .output(z.object({ workspaceId: Id, email: z.string() })),
};
