// What the parts of an open conversation share: whose it is, the way to a message, and what the composer offers to do with one.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Message } from '#features/conversations/conversations.contract.ts';

/** What can be done with a message from the composer; what is left out is not offered. */
export type MessageActions = {
  reply?: ((message: Message) => void) | undefined;
  /** `null` takes our reaction back. */
  react?: ((message: Message, emoji: string | null) => void) | undefined;
};

type ThreadWorld = {
  conversationId: string;
  contactName: string;
  /** Shows the message or note, wherever in the conversation it stands. */
  jumpTo: (id: string) => void;
  /** Shows what was said from this time on. */
  jumpToDay: (from: Date) => void;
  /** Shows the end. */
  toLatest: () => void;
  /**
   * For the composer: puts "reply" and "react" on the messages until the returned function is called, as in
   * `useEffect(() => offer({ reply }), [offer, reply])`.
   */
  offer: (actions: MessageActions) => () => void;
};

const World = createContext<ThreadWorld>({
  conversationId: '',
  contactName: '',
  jumpTo: () => {},
  jumpToDay: () => {},
  toLatest: () => {},
  offer: () => () => {},
});
const Offered = createContext<MessageActions>({});

export function ThreadProvider({
  conversationId,
  contactName,
  jumpTo,
  jumpToDay,
  toLatest,
  children,
}: Omit<ThreadWorld, 'offer'> & { children: ReactNode }) {
  const [actions, setActions] = useState<MessageActions>({});
  const world = useMemo(() => {
    const offer = (offered: MessageActions) => {
      setActions(offered);
      return () => setActions({});
    };
    return { conversationId, contactName, jumpTo, jumpToDay, toLatest, offer };
  }, [conversationId, contactName, jumpTo, jumpToDay, toLatest]);
  return (
    <World value={world}>
      <Offered value={actions}>{children}</Offered>
    </World>
  );
}

export const useThreadWorld = (): ThreadWorld => useContext(World);
export const useMessageActions = (): MessageActions => useContext(Offered);
