// Text as messengers format it: *bold*, _italic_, ~strike~, ```mono```, links.

import { make } from '../../pages/web/make.ts';

const MARKS: [mark: string, tag: 'strong' | 'em' | 's'][] = [
  ['*', 'strong'],
  ['_', 'em'],
  ['~', 's'],
];
const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)'])/;

/** A fragment to put into the page; nothing in `text` is read as HTML. */
export function richText(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  text.split(/```([\s\S]+?)```/).forEach((part, at) => {
    if (at % 2 === 1) fragment.append(make('code', { textContent: part }));
    else appendMarked(fragment, part);
  });
  return fragment;
}

function appendMarked(into: Node, text: string): void {
  let first: { start: number; end: number; tag: 'strong' | 'em' | 's' } | undefined;
  for (const [mark, tag] of MARKS) {
    const sign = `[${mark}]`;
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}])${sign}(?=\\S)([^\\n]*?\\S)${sign}(?![\\p{L}\\p{N}])`,
      'u',
    ).exec(text);
    if (found && (!first || found.index < first.start)) {
      first = { start: found.index, end: found.index + found[0].length, tag };
    }
  }
  if (!first) {
    appendLinks(into, text);
    return;
  }
  appendLinks(into, text.slice(0, first.start));
  const marked = make(first.tag);
  appendMarked(marked, text.slice(first.start + 1, first.end - 1));
  into.appendChild(marked);
  appendMarked(into, text.slice(first.end));
}

function appendLinks(into: Node, text: string): void {
  for (const part of text.split(LINK)) {
    if (!part) continue;
    if (LINK.test(part)) {
      into.appendChild(make('a', { href: part, target: '_blank', rel: 'noreferrer', textContent: part }));
    } else into.appendChild(document.createTextNode(part));
  }
}

/** Whether a message is nothing but one to three emoji, which are then drawn large. */
export function isEmojiOnly(text: string): boolean {
  return /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*\s*){1,3}$/u.test(
    text,
  );
}
