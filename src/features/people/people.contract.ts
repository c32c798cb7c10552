// Everything that may be asked about people: sessions, workspaces, members, invitations, keys, the audit log.
import { apiKeysContract } from './api-keys.contract.ts';
import { auditContract } from './audit.contract.ts';
import { invitationsContract } from './invitations.contract.ts';
import { membersContract } from './members.contract.ts';
import { sessionContract } from './session.contract.ts';
import { workspacesContract } from './workspaces.contract.ts';

export const peopleContracts = {
  session: sessionContract,
  workspaces: workspacesContract,
  members: membersContract,
  invitations: invitationsContract,
  apiKeys: apiKeysContract,
  audit: auditContract,
};
