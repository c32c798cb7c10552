// Whether a conversation may be written in now, and whom the message goes to.
import { type KnownContact, readContacts } from '#features/contacts/contacts.ts';
import type { VisibleThread } from '#features/threads/threads.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';

/** Throws `contact_blocked`: neither answers nor templates go to blocked contacts. */
export async function recipientOf(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
): Promise<KnownContact> {
  const contact = (await readContacts(call, [thread.contactId])).get(thread.contactId);
  if (!contact) throw notFound('contact');
  if (contact.blocked)
    throw conflict('contact_blocked', 'This contact is blocked: unblock them before writing to them.');
  return contact;
}

/** Throws `window_closed`: WhatsApp takes free messages for 24 hours after the customer's last one. */
export function requireOpenWindow(call: Pick<Call, 'now'>, thread: VisibleThread): void {
  if (thread.windowClosesAt && thread.windowClosesAt > call.now) return;
  throw conflict(
    'window_closed',
    'More than 24 hours have passed since the customer wrote: send a template instead.',
    { windowClosedAt: thread.windowClosesAt?.toISOString() ?? null },
  );
}
