// Of one message that a rule gave away a person hears once: by the message, not by the assignment as well. Pure.
import type { Channel } from '#features/notifications/kinds.contract.ts';
import type { Told } from './hearing.ts';

type Heard = Told & { channels: readonly Channel[] };

/** What a colleague assigned stays, and what is heard by a channel by which the message is not. */
export function withoutDoubles<H extends Heard>(heard: readonly H[]): H[] {
  const messages = new Map(
    heard
      .filter(({ kind }) => kind === 'message_mine')
      .map((each) => [`${each.userId} ${each.conversationId}`, each.channels]),
  );
  return heard.filter(({ kind, userId, conversationId, details, channels }) => {
    if (kind !== 'assigned' || details.by !== undefined || conversationId === null) return true;
    const message = messages.get(`${userId} ${conversationId}`);
    return message === undefined || !channels.every((channel) => message.includes(channel));
  });
}
