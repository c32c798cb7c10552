// What a customer's message says in words, and whether it means that they want to hear no more.

import type { Message } from './messages.ts';

export const OPT_OUT =
  /\b(?:stop|unsubscribe|opt[ -]?out|cancella|disiscri|annulla iscrizione|non mi interessa|baja|cancelar)|\b(?:non voglio|no quiero)\b.*\b(?:promo|offert|ofert|pubblicit|publicid)/i;

/** What was written, or the title of what was tapped. */
export function wordsOf(message: Message): string {
  const content = (message.content ?? {}) as Record<string, unknown>;
  if (message.type === 'text') return String(content.body ?? '');
  if (message.type === 'button') return String(content.text ?? '');
  const reply = (content.button_reply ?? content.list_reply) as { title?: string } | undefined;
  return reply?.title ?? '';
}

/** Whether what a person wrote or tapped means that they want no more marketing. */
export function meansStop(text: string): boolean {
  return (
    /^\s*(?:stop|basta|unsubscribe|cancella(?:mi)?|disiscrivi(?:mi)?|baja|alto)\b/i.test(text) ||
    OPT_OUT.test(text)
  );
}
