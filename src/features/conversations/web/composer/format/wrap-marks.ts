// Puts WhatsApp's marks around what is selected, or takes them away again. Pure.

export type Selected = { text: string; start: number; end: number };

export const MARKS = { bold: '*', italic: '_', strike: '~', code: '```' } as const;
export type Mark = keyof typeof MARKS;

/** Blanks at the ends stay outside: WhatsApp reads `* bold *` as it is written. */
export function wrapMarks({ text, start, end }: Selected, name: Mark): Selected {
  const mark = MARKS[name];
  const chosen = text.slice(start, end);
  const inner = chosen.trim();
  const from = start + (inner ? chosen.indexOf(inner) : 0);
  const to = from + inner.length;
  if (inner && text.slice(0, from).endsWith(mark) && text.slice(to).startsWith(mark))
    return {
      text: text.slice(0, from - mark.length) + inner + text.slice(to + mark.length),
      start: from - mark.length,
      end: to - mark.length,
    };
  return {
    text: text.slice(0, from) + mark + inner + mark + text.slice(to),
    start: from + mark.length,
    end: to + mark.length,
  };
}
