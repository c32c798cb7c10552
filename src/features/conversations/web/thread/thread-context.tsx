// What the parts of an open conversation share: whose it is, the way to a message, and what the composer offers to do with one.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
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
};

const World = createContext<ThreadWorld>({ conversationId: '', contactName: '', jumpTo: () => {} });
const Offered = createContext<MessageActions>({});
const Offer = createContext<(actions: MessageActions) => void>(() => {});

export function ThreadProvider({
  conversationId,
  contactName,
  jumpTo,
  children,
}: ThreadWorld & { children: ReactNode }) {
  const [actions, offer] = useState<MessageActions>({});
  const world = useMemo(
    () => ({ conversationId, contactName, jumpTo }),
    [conversationId, contactName, jumpTo],
  );
  return (
    <World value={world}>
      <Offer value={offer}>
        <Offered value={actions}>{children}</Offered>
      </Offer>
    </World>
  );
}

export const useThreadWorld = (): ThreadWorld => useContext(World);
export const useMessageActions = (): MessageActions => useContext(Offered);

/** Called by the composer: puts "reply" and "react" on the messages for as long as it is there. Pass steady functions. */
export function useOfferMessageActions({ reply, react }: MessageActions): void {
  const offer = useContext(Offer);
  useEffect(() => {
    offer({ reply, react });
    return () => offer({});
  }, [offer, reply, react]);
}
