// Follows the caret and offers what the word at it looks for; the keyboard moves in the list and takes from it.
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { replaceSought, type Suggester, type Suggestion, soughtAt } from './suggestions.ts';

type Options = {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  suggesters: readonly Suggester[];
};

export function useSuggestions({ field, value, onChange, suggesters }: Options) {
  const [caret, setCaret] = useState(0);
  const [lit, setLit] = useState(0);
  /** Place of a sign whose suggestions were sent away. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const caretAfter = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const sought = soughtAt(
    value,
    Math.min(caret, value.length),
    suggesters.map((one) => one.sign),
  );
  const suggester = sought && suggesters.find((one) => one.sign === sought.sign);
  const isCalled =
    sought !== null && sought.from !== dismissed && sought.query.length >= (suggester?.least ?? 0);
  const items = isCalled && suggester ? suggester.suggest(sought.query) : [];
  const at = Math.min(lit, items.length - 1);
  const shown = items.length > 0 && suggester ? { label: suggester.label, items, lit: at } : null;

  const take = (item: Suggestion) => {
    if (!sought) return;
    const next = replaceSought(value, Math.min(caret, value.length), sought, item.insert ?? '');
    caretAfter.current = next.caret;
    setCaret(next.caret);
    setLit(0);
    onChange(next.text);
    item.take?.(next.caret);
    field.current?.focus();
  };
  return {
    shown,
    take,
    dismiss: () => setDismissed(sought?.from ?? null),
    onCaret: () => {
      const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
      if (selectionStart !== selectionEnd) return;
      setCaret(selectionEnd);
      const from = soughtAt(field.current?.value ?? '', selectionEnd, [...signsOf(suggesters)])?.from ?? null;
      if (from !== dismissed) setDismissed(null);
      if (selectionEnd !== caret) setLit(0);
    },
    /** Answers true when the key was meant for the list. */
    onKey: (event: KeyboardEvent): boolean => {
      if (!shown || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
      switch (event.key) {
        case 'ArrowDown':
          setLit((at + 1) % items.length);
          return true;
        case 'ArrowUp':
          setLit((at - 1 + items.length) % items.length);
          return true;
        case 'Enter':
        case 'Tab':
          take(items[at]!);
          return true;
        case 'Escape':
          setDismissed(sought?.from ?? null);
          return true;
        default:
          return false;
      }
    },
  };
}

function signsOf(suggesters: readonly Suggester[]): Set<string> {
  return new Set(suggesters.map((one) => one.sign));
}
