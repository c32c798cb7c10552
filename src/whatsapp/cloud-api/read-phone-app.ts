// Reads what comes from the WhatsApp Business phone app when it shares the number: echoes, contacts, history.

import type { HistoryMessage, ProviderNews } from '#whatsapp/provider-event.ts';
import { type Json, number, part, parts, present, text, time } from './loose.ts';
import { readContent, readContext } from './read-content.ts';
import { readAmendment } from './read-messages.ts';
import {
  type Change,
  contactFinder,
  contactPerson,
  failuresOf,
  type News,
  personOf,
  splitBatch,
} from './webhook-change.ts';

export function readEchoes({ value }: Change): News[] {
  const items = parts(value, 'message_echoes');
  const find = contactFinder(value, items.length);
  const slices = splitBatch(value, {
    message_echoes: { items, contactOf: (item, index) => find(personOf(text(item, 'to')), index) },
  });
  return slices.map(({ item, contact, value: slice }) => {
    const userId = text(item, 'to_user_id');
    const to = {
      ...(contact ? contactPerson(contact) : {}),
      ...personOf(text(item, 'to')),
      ...(userId ? { userId } : {}),
    };
    const id = text(item, 'id');
    const echo: ProviderNews = present({
      kind: 'message_echo',
      providerMessageId: id ?? '',
      to,
      content: readContent(item),
      context: readContext(item),
    });
    return present({
      news: readAmendment(item, to, true) ?? echo,
      at: time(item, 'timestamp'),
      key: id && `echo:${id}`,
      value: slice,
    });
  });
}

export function readContactSync({ value }: Change): News[] {
  return splitBatch(value, { state_sync: { items: parts(value, 'state_sync') } }).map(
    ({ item, value: slice }) => {
      const contact = part(item, 'contact');
      return present({
        news: present({
          kind: 'contact_sync',
          action: text(item, 'action')?.toLowerCase() ?? '',
          phone: text(contact, 'phone_number'),
          fullName: text(contact, 'full_name'),
          firstName: text(contact, 'first_name'),
        }),
        at: time(part(item, 'metadata'), 'timestamp'),
        value: slice,
      });
    },
  );
}

/** One event per chunk: a first synchronisation brings months of messages. Media follows in chunks of its own. */
export function readHistory(change: Change): News[] {
  const { value } = change;
  const own = text(part(value, 'metadata'), 'display_phone_number')?.replace(/\D/g, '');
  const slices = splitBatch(value, {
    history: { items: parts(value, 'history') },
    messages: { items: parts(value, 'messages') },
  });
  return slices.map(({ list, item, value: slice }) => {
    if (list === 'messages') {
      const message = historyMessage(item, text(item, 'from') === own ? text(item, 'to') : undefined, own);
      return { news: { kind: 'history', messages: [message], failures: failuresOf(item) }, value: slice };
    }
    const chunk = part(item, 'metadata');
    return {
      news: present({
        kind: 'history',
        phase: number(chunk, 'phase'),
        chunk: number(chunk, 'chunk_order'),
        progress: number(chunk, 'progress'),
        messages: parts(item, 'threads').flatMap((thread) =>
          parts(thread, 'messages').map((message) => historyMessage(message, text(thread, 'id'), own)),
        ),
        failures: failuresOf(item),
      }),
      value: slice,
    };
  });
}

function historyMessage(message: Json, thread: string | undefined, own: string | undefined): HistoryMessage {
  const from = text(message, 'from');
  const outgoing = text(message, 'to') !== undefined || (own !== undefined && from === own);
  return present({
    person: personOf(thread ?? from),
    direction: outgoing ? 'out' : 'in',
    providerMessageId: text(message, 'id'),
    status: text(part(message, 'history_context'), 'status')?.toLowerCase(),
    at: time(message, 'timestamp'),
    content: readContent(message),
    context: readContext(message),
  });
}
