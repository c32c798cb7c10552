// A text of a record that is saved when one leaves its input.
import { useEffect, useState } from 'react';

type Rules = {
  /** A required text is never emptied. */
  isRequired?: boolean;
  /** How the text stands when it is kept; undefined: it cannot be kept, and stays as it was typed. */
  tidy?: (text: string) => string | undefined;
};

/** For a text input: what others change meanwhile is shown unless one is typing. */
export function useTyped(kept: string, onSave: (text: string) => void, rules: Rules = {}) {
  const { isRequired = false, tidy = (text: string) => text.trim() } = rules;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === kept) setTyped(null);
  }, [typed, kept]);
  return {
    value: typed ?? kept,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      const text = tidy(typed ?? kept);
      if (text === undefined) return;
      if (text === kept || (isRequired && text === '')) return setTyped(null);
      onSave(text);
      setTyped(text);
    },
  };
}
