// The front door of people: who calls, the first owner, workspaces made by the product itself, the audit log.
import { recordAudit } from './people-audit.store.ts';

export { addWorkspace } from './add-workspace.ts';
export { ensureFirstOwner, type FirstOwner } from './first-owner.ts';
export { identify } from './identify.ts';
export { mailOwners } from './mail-owners.ts';
export type { Letter } from './mails/letter.ts';
export type { AuditEntry } from './people-audit.store.ts';
export { rightsNow } from './rights-now.ts';
export { sendLetter } from './send-letter.ts';
export { workspaceLink } from './workspace-link.ts';

/** `record(call, entry)` notes who did what, in the transaction that does it. */
export const audit = { record: recordAudit };
