// Reads what happened to a deal and what was written with its contacts meanwhile, latest first.
import { readContacts } from '#features/contacts/contacts.ts';
import { messagesOfContacts } from '#features/conversations/conversations.ts';
import { type HistoryEntry, readEntries } from '#features/deals/deal-history.store.ts';
import type { Deal, DealEntry } from '#features/deals/deal-shapes.contract.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { findDeal } from '#features/deals/read-deals.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

type Place = { at: string; id: string };
type Told = Omit<HistoryEntry, 'kind'> & Pick<DealEntry, 'kind' | 'preview'>;

export const readTimeline: Handler<typeof dealsContract.timeline> = async (call, input) => {
  const { key, limit, cursor, show } = input;
  const deal = await findDeal(call, key);
  const last = cursor === undefined ? undefined : decodeCursor(cursor, ['instant', 'id']);
  const before = last && { at: last[0], id: last[1] };
  const told = [
    ...(show === 'messages' ? [] : await changesOf(call, deal, limit + 1, before)),
    ...(show === 'changes' ? [] : await messagesOf(call, deal, limit + 1, before)),
  ].sort(latestFirst);
  const page = toPage(told.slice(0, limit + 1), limit, ({ place, id }) => [place, id]);
  const contacts = await readContacts(
    call,
    page.items.flatMap(({ contactId }) => contactId ?? []),
  );
  return {
    items: page.items.map(({ contactId, place: _, at, actor, ...entry }) => {
      const contact = contactId === null ? undefined : contacts.get(contactId);
      const wrote = entry.kind === 'message_received' && contact;
      return {
        ...entry,
        actor: wrote ? { ...actor, name: contact.displayName } : actor,
        at: iso(at),
        contact: contact ? { id: contact.id, name: contact.displayName } : null,
      };
    }),
    nextCursor: page.nextCursor,
  };
};

async function changesOf(call: Call, { id }: Deal, limit: number, before?: Place): Promise<Told[]> {
  return (await readEntries(call, id, limit, before)).map((entry) => ({ ...entry, preview: null }));
}

/** From its creation until it was closed: what is written later is about something else. */
async function messagesOf(call: Call, deal: Deal, limit: number, before?: Place): Promise<Told[]> {
  const messages = await messagesOfContacts(
    call,
    deal.contacts.map((contact) => contact.id),
    limit,
    {
      since: new Date(deal.createdAt),
      until: deal.closedAt === null ? null : new Date(deal.closedAt),
      before,
    },
  );
  return messages.map(({ id, contactId, direction, author, preview, at, place }) => ({
    id,
    kind: direction === 'in' ? 'message_received' : 'message_sent',
    changes: [],
    contactId,
    activity: null,
    preview,
    actor: { kind: author.kind ?? 'system', name: author.name ?? '' },
    at,
    place,
  }));
}

function latestFirst(one: Told, other: Told): number {
  return `${other.place} ${other.id}` > `${one.place} ${one.id}` ? 1 : -1;
}
