// Whose quick replies one may change: one's own, and with the permission for it the team's.
import { AppError, conflict, notFound } from '#kit/errors.ts';
import { type Call, personOf } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { QuickReply } from './quick-replies.contract.ts';
import { findQuickReply, type QuickReplyRow } from './quick-replies.store.ts';

/** Whose a new one is: null for the team's. Throws `forbidden`. */
export function ownerOfNew(call: Call, shared: boolean): string | null {
  if (!shared) return personOf(call);
  requireTeam(call);
  return null;
}

/** Throws `not_found` for what the caller does not see, `forbidden` for the team's without the permission. */
export async function changeable(call: Call, id: string): Promise<QuickReplyRow> {
  const found = await findQuickReply(call, id);
  if (!found) throw notFound('quick reply');
  if (found.user_id === null) requireTeam(call);
  return found;
}

export function toQuickReply(row: QuickReplyRow): QuickReply {
  const { id, shortcut, text, file_id, file_name, mime_type, size } = row;
  const file = file_id && {
    id: file_id,
    name: file_name ?? '',
    mimeType: mime_type ?? '',
    size: Number(size),
  };
  return {
    id,
    shared: row.user_id === null,
    shortcut,
    text,
    file: file || null,
    updatedAt: iso(row.updated_at),
  };
}

export function shortcutTaken(shortcut: string): AppError {
  return conflict('shortcut_exists', `There is already a quick reply /${shortcut}. Choose another shortcut.`);
}

function requireTeam(call: Call): void {
  if (!call.permissions.has('quick_replies:write'))
    throw new AppError(
      'forbidden',
      'The team’s quick replies are changed with the permission quick_replies:write. You can write one of your own.',
    );
}
