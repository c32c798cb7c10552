// Tells every sender at once that somebody unsubscribed or was blocked.
import type { Subscriber } from '#events/dispatcher.ts';
import { raiseWithin } from '#events/signals.ts';
import { WITHDRAWN_SIGNAL } from './engine/withdrawals.ts';

export const withdrawalsSubscriber: Subscriber = {
  name: 'sending.withdrawals',
  events: ['contact.consent_changed', 'contact.blocked'],
  async hand(tx, events) {
    const withdrawn = events.filter(
      ({ name, payload }) => name === 'contact.blocked' || (payload as { to: string }).to === 'unsubscribed',
    );
    const ids = withdrawn.flatMap(({ subjectId }) => subjectId ?? []);
    if (ids.length > 0) await raiseWithin(tx, WITHDRAWN_SIGNAL, new Set(ids));
  },
};
