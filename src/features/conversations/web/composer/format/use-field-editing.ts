// Changes the text at the caret or the selection of the field in which one writes, and puts the caret where one goes on.
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type Mark, type Selected, wrapMarks } from './wrap-marks.ts';

const KEYS: Record<string, Mark> = { b: 'bold', i: 'italic' };

export function useFieldEditing(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onChange: (text: string) => void,
) {
  const after = useRef<{ start: number; end: number } | null>(null);
  // As it is now: one change may follow another before the field is drawn anew.
  const latest = useRef(text);
  latest.current = text;
  const setText = useCallback(
    (next: string) => {
      latest.current = next;
      onChange(next);
    },
    [onChange],
  );
  const insertAt = useCallback(
    (words: string, caret: number) => {
      const before = latest.current;
      const at = Math.min(caret, before.length);
      after.current = { start: at + words.length, end: at + words.length };
      setText(before.slice(0, at) + words + before.slice(at));
    },
    [setText],
  );
  useLayoutEffect(() => {
    const element = field.current;
    if (!after.current || !element) return;
    element.focus();
    element.setSelectionRange(after.current.start, after.current.end);
    after.current = null;
  });
  const change = ({ text: next, start, end }: Selected) => {
    after.current = { start, end };
    setText(next);
  };
  const selected = (): Selected => ({
    text,
    start: field.current?.selectionStart ?? text.length,
    end: field.current?.selectionEnd ?? text.length,
  });
  const format = (mark: Mark) => change(wrapMarks(selected(), mark));
  return {
    /** For what else changes the text. */
    setText,
    format,
    /** Puts words where the caret stood when they were asked for. */
    insertAt,
    insert: (words: string) => {
      const { start, end } = selected();
      const caret = start + words.length;
      change({ text: text.slice(0, start) + words + text.slice(end), start: caret, end: caret });
    },
    /** Answers true when the key was one of formatting. */
    onKey: (event: KeyboardEvent): boolean => {
      const mark =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
      if (!mark) return false;
      format(mark);
      return true;
    },
  };
}
