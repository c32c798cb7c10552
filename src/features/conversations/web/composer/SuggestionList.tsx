// What is suggested while one types, above the field; the keyboard stays in the field.
import { useEffect, useRef } from 'react';
import styles from './SuggestionList.module.css';
import type { Suggestion } from './suggestions.ts';

type Props = {
  label: string;
  items: readonly Suggestion[];
  lit: number;
  onTake: (item: Suggestion) => void;
};

/** Id of the list, or of the suggestion at a place in it. */
export const suggestionId = (at?: number) => (at === undefined ? 'suggestions' : `suggestion-${at}`);

export function SuggestionList({ label, items, lit, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[lit]?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  return (
    <div ref={list} id={suggestionId()} role="listbox" aria-label={label} className={styles.list}>
      {items.map((item, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field that keeps the focus has the keys
        <div
          key={item.id}
          id={suggestionId(at)}
          role="option"
          aria-selected={at === lit}
          tabIndex={-1}
          className={styles.item}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(item)}
        >
          <span className={styles.label}>{item.label}</span>
          {item.detail && <span className={styles.detail}>{item.detail}</span>}
        </div>
      ))}
    </div>
  );
}
