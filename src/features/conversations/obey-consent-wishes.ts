// Sets marketing consent where a customer asks for it: stop and start words, opt-out buttons, WhatsApp's own switch.
import { findOrCreateByWhatsApp, setConsent } from '#features/contacts/contacts.ts';
import { isOptOutReply } from '#features/templates/templates.ts';
import { groupBy } from '#kit/group-by.ts';
import type { IncomingContent } from '#whatsapp/incoming-content.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { readConsentWords } from './consent-words.store.ts';
import { wishReader } from './consent-words.ts';
import { type NewlyReceived, type ReceiveCall, toWhatsAppPerson } from './receive-messages.ts';

type Wish = { contactId: string; at: Date; consent: 'subscribed' | 'unsubscribed'; source: string };

/** For messages that were not known before. */
export async function obeyConsentWishes(
  call: ReceiveCall,
  received: readonly NewlyReceived[],
): Promise<void> {
  const worded = received.filter((message) => wordsOf(message.content) !== null);
  if (worded.length === 0) return;
  const read = wishReader(await readConsentWords(call));
  await obey(
    call,
    worded.flatMap(({ contactId, at, content }): Wish[] => {
      if (content.type === 'template_button' && isOptOutReply(content))
        return [{ contactId, at, consent: 'unsubscribed', source: 'opt-out button' }];
      const wish = read(wordsOf(content)!);
      if (wish === 'stop') return [{ contactId, at, consent: 'unsubscribed', source: 'stop word' }];
      if (wish === 'start') return [{ contactId, at, consent: 'subscribed', source: 'start word' }];
      return [];
    }),
  );
}

/** For WhatsApp's own switch of marketing messages. */
export async function applyMarketingPreferences(
  call: ReceiveCall,
  events: readonly ProviderEvent[],
): Promise<void> {
  const told = events.flatMap((event) =>
    event.kind === 'marketing_preference' &&
    (event.value === 'stop' || event.value === 'resume') &&
    (event.person.userId ?? event.person.waId)
      ? [event]
      : [],
  );
  if (told.length === 0) return;
  const contactIds = await findOrCreateByWhatsApp(
    call,
    told.map((event) => toWhatsAppPerson(event.person)),
  );
  await obey(
    call,
    told.map((event, index) => ({
      contactId: contactIds[index]!,
      at: event.occurredAt,
      consent: event.value === 'stop' ? 'unsubscribed' : 'subscribed',
      source: 'WhatsApp preference',
    })),
  );
}

function wordsOf(content: IncomingContent): string | null {
  switch (content.type) {
    case 'text':
    case 'template_button':
      return content.text;
    case 'button_reply':
      return content.title;
    default:
      return null;
  }
}

/** The latest wish of each contact counts, unless their consent was set after it: then it comes late. */
async function obey(call: ReceiveCall, wishes: readonly Wish[]): Promise<void> {
  if (wishes.length === 0) return;
  const latest = new Map<string, Wish>();
  for (const wish of wishes)
    if (wish.at >= (latest.get(wish.contactId)?.at ?? new Date(0))) latest.set(wish.contactId, wish);
  const known = await call.tx
    .selectFrom('contacts')
    .select(['id', 'consent_at'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', [...latest.keys()])
    .execute();
  // Whole seconds from WhatsApp: the same second is not later.
  const setAt = new Map(known.map((row) => [row.id, row.consent_at ? row.consent_at.getTime() - 1_000 : 0]));
  const due = [...latest.values()].filter((wish) => wish.at.getTime() >= (setAt.get(wish.contactId) ?? 0));
  for (const same of groupBy(due, ({ consent, source }) => `${consent} ${source}`).values()) {
    const { consent, source } = same[0]!;
    await setConsent(
      call,
      same.map((wish) => wish.contactId),
      consent,
      source,
    );
  }
}
