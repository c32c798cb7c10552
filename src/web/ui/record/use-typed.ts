// A text of a record that is saved when one leaves its input.
import { useEffect, useState } from 'react';

/** For a text input: what others change meanwhile is shown unless one is typing. A required text is never emptied. */
export function useTyped(kept: string, onSave: (text: string) => void, isRequired = false) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === kept) setTyped(null);
  }, [typed, kept]);
  return {
    value: typed ?? kept,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      const text = (typed ?? kept).trim();
      if (text === kept || (isRequired && text === '')) return setTyped(null);
      onSave(text);
      setTyped(text);
    },
  };
}
