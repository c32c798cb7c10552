// Changes the text at the caret or the selection of the field in which one writes, and puts the caret where one goes on.
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { type Mark, type Selected, wrapMarks } from './wrap-marks.ts';

const KEYS: Record<string, Mark> = { b: 'bold', i: 'italic' };

export function useFieldEditing(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
) {
  const after = useRef<{ start: number; end: number } | null>(null);
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
    format,
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
