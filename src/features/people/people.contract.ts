// Everything that may be asked about people: sessions, workspaces, members, invitations, keys, the audit log.
import { sessionContract } from './session.contract.ts';
import { workspacesContract } from './workspaces.contract.ts';

export const peopleContracts = {
  session: sessionContract,
  workspaces: workspacesContract,
};
