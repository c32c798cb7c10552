// Asks before what cannot be undone; the question names the thing and its number.

export type Question = {
  /** "Delete 3 deals?" */
  title: string;
  /** What is lost, in a sentence. */
  text?: string;
  /** The verb of the button: "Delete 3 deals". */
  confirm: string;
  /** Destroys something: the button is red. */
  danger?: boolean;
};

type Asked = Question & { answer: (yes: boolean) => void };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

/** The open question as a store for `useSyncExternalStore`. */
export const openQuestion = {
  read: (): Asked | null => asked,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function show(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Resolves to true when the person confirms, to false when they turn away. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    show({
      ...question,
      answer: (yes) => {
        show(null);
        resolve(yes);
      },
    });
  });
}
