// Reads the formatting of a WhatsApp text (bold, italic, strike, code, lists, quotes) into a small tree.

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; text: string; url: string };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'monospace'; text: string }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Inline[][] };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const FENCE = '```';

/**
 * Every character of the text is in the tree but the marks themselves. A paragraph is one line or several with `\n`
 * in its texts; marks that do not close on their line stay as they are.
 */
export function readFormatting(text: string): Block[] {
  const blocks: Block[] = [];
  let rest = text.replace(/\r\n?/g, '\n');
  while (rest !== '') {
    const open = rest.indexOf(FENCE);
    const close = open < 0 ? -1 : rest.indexOf(FENCE, open + FENCE.length + 1);
    if (close < 0) {
      blocks.push(...readLines(rest));
      break;
    }
    // The line break beside a fence belongs to the fence.
    const before = rest.slice(0, open).replace(/\n$/, '');
    if (before !== '') blocks.push(...readLines(before));
    const inside = rest.slice(open + FENCE.length, close).replace(/^\n|\n$/g, '');
    blocks.push({ type: 'monospace', text: inside });
    rest = rest.slice(close + FENCE.length).replace(/^\n/, '');
  }
  return blocks;
}

type Line = { kind: 'quote' | 'bullet' | 'number' | 'plain'; text: string; number: number };

function readLine(line: string): Line {
  const quote = /^> ?(.*)$/.exec(line);
  if (quote && line !== '>') return { kind: 'quote', text: quote[1] ?? '', number: 0 };
  const bullet = /^[*-] +(\S.*)$/.exec(line);
  if (bullet) return { kind: 'bullet', text: bullet[1] ?? '', number: 0 };
  const numbered = /^(\d{1,9})\. +(\S.*)$/.exec(line);
  if (numbered) return { kind: 'number', text: numbered[2] ?? '', number: Number(numbered[1]) };
  return { kind: 'plain', text: line, number: 0 };
}

function readLines(text: string): Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  const finish = () => {
    const [first] = group;
    if (!first) return;
    if (first.kind === 'plain') {
      const joined = group.map((line) => readInline(line.text));
      blocks.push({ type: 'paragraph', children: joinLines(joined) });
    } else if (first.kind === 'quote') {
      blocks.push({ type: 'quote', blocks: readLines(group.map((line) => line.text).join('\n')) });
    } else {
      const items = group.map((line) => readInline(line.text));
      blocks.push({ type: 'list', ordered: first.kind === 'number', start: first.number || 1, items });
    }
    group = [];
  };
  for (const written of text.split('\n')) {
    const line = readLine(written);
    const last = group.at(-1);
    const goesOn = last?.kind === line.kind && (line.kind !== 'number' || line.number === last.number + 1);
    if (!goesOn) finish();
    group.push(line);
  }
  finish();
  return blocks;
}

function joinLines(lines: Inline[][]): Inline[] {
  return merge(
    lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text' as const, text: '\n' }, ...line])),
  );
}

/** One line. Links and code are looked for first: marks inside them mean nothing. */
export function readInline(line: string): Inline[] {
  const found: Inline[] = [];
  let plainFrom = 0;
  let at = 0;
  const take = (node: Inline, end: number) => {
    if (at > plainFrom) found.push({ type: 'text', text: line.slice(plainFrom, at) });
    found.push(node);
    at = end;
    plainFrom = end;
  };
  while (at < line.length) {
    const char = line.charAt(at);
    const link = char === 'h' && !isWord(line.charAt(at - 1)) ? linkAt(line, at) : undefined;
    const codeEnd = char === '`' ? line.indexOf('`', at + 1) : -1;
    const mark = isMark(char) ? MARKS[char] : undefined;
    const close = mark ? closing(line, at) : -1;
    if (link) take({ type: 'link', text: link, url: link }, at + link.length);
    else if (codeEnd > at + 1) take({ type: 'code', text: line.slice(at + 1, codeEnd) }, codeEnd + 1);
    else if (mark && close > 0)
      take({ type: mark, children: readInline(line.slice(at + 1, close)) }, close + 1);
    else at += 1;
  }
  if (plainFrom < line.length) found.push({ type: 'text', text: line.slice(plainFrom) });
  return merge(found);
}

function isMark(char: string): char is keyof typeof MARKS {
  return char === '*' || char === '_' || char === '~';
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** Place of the mark that closes the one at `open`, or -1. Marks hug the words and stand at the edge of words. */
function closing(line: string, open: number): number {
  const mark = line.charAt(open);
  if (isWord(line.charAt(open - 1)) || line.charAt(open - 1) === mark) return -1;
  const first = line.charAt(open + 1);
  if (first === '' || first === mark || /\s/.test(first)) return -1;
  for (let at = line.indexOf(mark, open + 2); at > 0; at = line.indexOf(mark, at + 1)) {
    if (!/\s/.test(line.charAt(at - 1)) && !isWord(line.charAt(at + 1))) return at;
  }
  return -1;
}

/** A web address up to the next space, without the punctuation that ends a sentence. */
function linkAt(line: string, at: number): string | undefined {
  const match = /^https?:\/\/[^\s<>"]+/.exec(line.slice(at));
  const address = match?.[0].replace(/[.,;:!?)\]*_~'’”]+$/, '');
  return address && /^https?:\/\/[^/]/.test(address) ? address : undefined;
}

function merge(nodes: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', text: last.text + node.text };
    else merged.push(node);
  }
  return merged;
}
