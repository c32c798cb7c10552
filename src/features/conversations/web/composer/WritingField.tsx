// The text that one writes: Enter sends, Shift+Enter makes a line, signs such as @ bring suggestions above it.
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { conversationItemId } from '#features/conversations/web/list/ConversationItem.tsx';
import styles from './Composer.module.css';
import { SuggestionList, suggestionId } from './SuggestionList.tsx';
import type { Suggester } from './suggestions.ts';
import { useSuggestions } from './use-suggestions.ts';

type Props = {
  conversationId: string;
  /** Its side of the composer is shown: one goes on writing there. */
  active: boolean;
  label: string;
  placeholder: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  suggesters?: readonly Suggester[];
  /** The field itself, for tools that work on what is selected in it. */
  fieldRef?: Ref<HTMLTextAreaElement>;
  /** Looks at a key press first; answers true when it took it. */
  onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
};

const none: readonly Suggester[] = [];

export function WritingField({ value, onChange, onSend, suggesters = none, ...props }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(props.fieldRef, () => field.current!);
  const suggestions = useSuggestions({ field, value, onChange, suggesters });
  useEffect(() => {
    if (!props.active) return;
    // Where a touch would bring up the keyboard over the messages, one reads first.
    if (window.matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true });
  }, [props.active]);
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.onKey(event) || props.onKey?.(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') document.getElementById(conversationItemId(props.conversationId))?.focus();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    onSend();
  };
  const { shown } = suggestions;
  return (
    <div className={styles.text}>
      {shown && (
        <SuggestionList label={shown.label} items={shown.items} lit={shown.lit} onTake={suggestions.take} />
      )}
      <Textarea
        ref={field}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4096}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-autocomplete={suggesters.length > 0 ? 'list' : undefined}
        aria-controls={shown ? suggestionId() : undefined}
        aria-activedescendant={shown ? suggestionId(shown.lit) : undefined}
        description={props.hint}
        classNames={{ description: styles.hint, input: styles.input }}
        inputWrapperOrder={['input', 'description']}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onSelect={suggestions.onCaret}
        onBlur={suggestions.dismiss}
        onKeyDown={onKey}
      />
    </div>
  );
}
