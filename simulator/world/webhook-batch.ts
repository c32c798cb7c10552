// Several webhook updates folded into one envelope, as WhatsApp batches them.

/** One thing that happened, not yet in an envelope. */
export interface Update {
  wabaId: string;
  field: string;
  /** Given on management fields only. */
  time?: number;
  value: Record<string, unknown>;
}

interface Change {
  field: string;
  value: Record<string, unknown>;
}

/** The payload of one POST: one entry per account; messages and statuses of one number share a value. */
export function envelope(updates: Update[]) {
  const entries = new Map<string, { id: string; time?: number; changes: Change[] }>();
  const open = new Map<string, Record<string, unknown>>();
  for (const { wabaId, field, time, value } of updates) {
    const entryKey = time === undefined ? wabaId : `${wabaId} ${time}`;
    let entry = entries.get(entryKey);
    if (!entry) {
      entry = time === undefined ? { id: wabaId, changes: [] } : { id: wabaId, time, changes: [] };
      entries.set(entryKey, entry);
    }
    const list = field === 'messages' ? foldable(value) : undefined;
    const phoneId = (value.metadata as { phone_number_id?: string } | undefined)?.phone_number_id;
    const shared = list && open.get(`${phoneId} ${list}`);
    if (shared) {
      (shared[list] as unknown[]).push(...(value[list] as unknown[]));
      addContacts(shared, value);
      continue;
    }
    const copy: Record<string, unknown> = { ...value };
    if (list) {
      copy[list] = [...(value[list] as unknown[])];
      if (Array.isArray(value.contacts)) copy.contacts = [...value.contacts];
      open.set(`${phoneId} ${list}`, copy);
    }
    entry.changes.push({ field, value: copy });
  }
  return { object: 'whatsapp_business_account', entry: [...entries.values()] };
}

function foldable(value: Record<string, unknown>): 'statuses' | 'messages' | undefined {
  if (Array.isArray(value.statuses)) return 'statuses';
  return Array.isArray(value.messages) ? 'messages' : undefined;
}

function addContacts(shared: Record<string, unknown>, value: Record<string, unknown>): void {
  if (!Array.isArray(value.contacts)) return;
  shared.contacts ??= [];
  const known = shared.contacts as { user_id?: string }[];
  for (const contact of value.contacts) {
    const last = known.at(-1);
    if (!last || last.user_id !== contact.user_id) known.push(contact);
  }
}
