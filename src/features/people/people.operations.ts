// Pairs each promise about people with its handler.
import type { Feature } from '#operations/feature.ts';
import { pair, pairOpen } from '#operations/handle.ts';
import { apiKeysContract } from './api-keys.contract.ts';
import { auditContract } from './audit.contract.ts';
import { authRoutes } from './auth/auth.routes.ts';
import { invitationsContract } from './invitations.contract.ts';
import { forgetEndedJob } from './jobs/forget-ended.job.ts';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { membersContract } from './members.contract.ts';
import { acceptInvitation } from './operations/accept-invitation.ts';
import { changeMemberRole } from './operations/change-member-role.ts';
import { createApiKey } from './operations/create-api-key.ts';
import { createInvitation } from './operations/create-invitation.ts';
import { createWorkspace } from './operations/create-workspace.ts';
import { getSession } from './operations/get-session.ts';
import { getWorkspace } from './operations/get-workspace.ts';
import { listApiKeys } from './operations/list-api-keys.ts';
import { listAudit } from './operations/list-audit.ts';
import { listInvitations } from './operations/list-invitations.ts';
import { listMembers } from './operations/list-members.ts';
import { lookUpInvitation } from './operations/look-up-invitation.ts';
import { removeDemo } from './operations/remove-demo.ts';
import { removeMember } from './operations/remove-member.ts';
import { resendInvitation } from './operations/resend-invitation.ts';
import { revokeApiKey } from './operations/revoke-api-key.ts';
import { revokeInvitation } from './operations/revoke-invitation.ts';
import { updateSession } from './operations/update-session.ts';
import { updateWorkspace } from './operations/update-workspace.ts';
import { sessionContract } from './session.contract.ts';
import { workspacesContract } from './workspaces.contract.ts';

const { create, ...ofWorkspace } = workspacesContract;
const { lookUp, accept, ...ofInvitations } = invitationsContract;

/** One feature for each key of the contract; sign-in and the jobs come with the first. */
export const peopleFeatures: readonly Feature[] = [
  {
    name: 'session',
    operations: pairOpen(sessionContract, { get: getSession, update: updateSession }),
    routes: authRoutes,
    jobs: [sendMailJob, forgetEndedJob],
  },
  {
    name: 'workspaces',
    operations: {
      ...pairOpen({ create }, { create: createWorkspace }),
      ...pair(ofWorkspace, { get: getWorkspace, update: updateWorkspace, removeDemo }),
    },
  },
  {
    name: 'members',
    operations: pair(membersContract, {
      list: listMembers,
      changeRole: changeMemberRole,
      remove: removeMember,
    }),
  },
  {
    name: 'invitations',
    operations: {
      ...pairOpen({ lookUp, accept }, { lookUp: lookUpInvitation, accept: acceptInvitation }),
      ...pair(ofInvitations, {
        list: listInvitations,
        create: createInvitation,
        resend: resendInvitation,
        revoke: revokeInvitation,
      }),
    },
  },
  {
    name: 'apiKeys',
    operations: pair(apiKeysContract, { list: listApiKeys, create: createApiKey, revoke: revokeApiKey }),
  },
  { name: 'audit', operations: pair(auditContract, { list: listAudit }) },
];
