// Answers of the open conversation that have not reached the server, for the bubbles that stand for them.
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Outbox, Waiting } from './outbox.ts';

type WaitingAnswers = {
  all: readonly Waiting[];
  isAway: boolean;
  retry: (id: string) => void;
  discard: (id: string) => void;
};

const Answers = createContext<WaitingAnswers>({
  all: [],
  isAway: false,
  retry: () => {},
  discard: () => {},
});

export function WaitingProvider({ outbox, children }: { outbox: Outbox; children: ReactNode }) {
  const all = useSyncExternalStore(outbox.subscribe, outbox.read);
  const isAway = useSyncExternalStore(outbox.subscribe, outbox.isAway);
  const { retry, discard } = outbox;
  const value = useMemo(() => ({ all, isAway, retry, discard }), [all, isAway, retry, discard]);
  return <Answers value={value}>{children}</Answers>;
}

export const useWaitingAnswers = (): WaitingAnswers => useContext(Answers);

/** The waiting answer that a message of the thread stands for, if it does. */
export function useWaiting(id: string): Waiting | undefined {
  return useWaitingAnswers().all.find((one) => one.id === id);
}
