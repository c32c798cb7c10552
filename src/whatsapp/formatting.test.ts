// WhatsApp's text formatting.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, readFormatting, readInline } from './formatting.ts';

/** The text as a person reads it, without marks. */
function plainText(text: string): string {
  return readFormatting(text).map(plainBlock).join('\n');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plainInline(block.children);
    case 'monospace':
      return block.text;
    case 'quote':
      return block.blocks.map(plainBlock).join('\n');
    case 'list':
      return block.items
        .map((item, index) => (block.ordered ? `${block.start + index}. ` : '• ') + plainInline(item))
        .join('\n');
  }
}

function plainInline(children: Inline[]): string {
  return children.map((child) => ('children' in child ? plainInline(child.children) : child.text)).join('');
}

/** The tree as text: `b(…)` bold, `i(…)` italic, `s(…)` strike, `c(…)` code, `a(…)` link. */
function inline(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      const letter = { bold: 'b', italic: 'i', strike: 's', code: 'c', link: 'a' }[node.type];
      return `${letter}(${'children' in node ? inline(node.children) : node.text})`;
    })
    .join('');
}

function show(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `p[${inline(block.children)}]`;
    case 'monospace':
      return `m[${block.text}]`;
    case 'quote':
      return `q[${block.blocks.map(show).join(' ')}]`;
    case 'list':
      return `${block.ordered ? `o${block.start}` : 'u'}[${block.items.map(inline).join('|')}]`;
  }
}

describe('one line', () => {
  it.each([
    ['plain', 'plain'],
    ['*bold*', 'b(bold)'],
    ['_italic_', 'i(italic)'],
    ['~gone~', 's(gone)'],
    ['`code`', 'c(code)'],
    ['a *b* c', 'a b(b) c'],
    ['*_both_*', 'b(i(both))'],
    ['_*~all~*_', 'i(b(s(all)))'],
    ['*two* and *more*', 'b(two) and b(more)'],
    ['*bold*, then', 'b(bold), then'],
    ['(*bold*)', '(b(bold))'],
    ['2*3*4', '2*3*4'],
    ['snake_case_name', 'snake_case_name'],
    ['* not bold *', '* not bold *'],
    ['*open', '*open'],
    ['**', '**'],
    ['`*not bold*`', 'c(*not bold*)'],
    ['*a*b*', 'b(a*b)'],
    ['è*già*é', 'è*già*é'],
    ['see https://x.org/a_b_c.', 'see a(https://x.org/a_b_c).'],
    ['*https://x.org/a*', 'b(a(https://x.org/a))'],
    ['xhttps://x.org', 'xhttps://x.org'],
    ['http://', 'http://'],
  ])('%s', (text, expected) => {
    expect(inline(readInline(text))).toBe(expected);
  });
});

describe('blocks', () => {
  it.each([
    ['a\nb', 'p[a\nb]'],
    ['- one\n- *two*', 'u[one|b(two)]'],
    ['* one\n* two', 'u[one|two]'],
    ['1. one\n2. two', 'o1[one|two]'],
    ['3. three\n4. four', 'o3[three|four]'],
    ['1. one\n1. one again', 'o1[one] o1[one again]'],
    ['> quoted\n> *more*\nafter', 'q[p[quoted\nb(more)]] p[after]'],
    ['> - a\n> - b', 'q[u[a|b]]'],
    ['Buy:\n- milk\n\nBye', 'p[Buy:] u[milk] p[\nBye]'],
    ['```let *x* = 1```', 'm[let *x* = 1]'],
    ['before\n```\na\n\nb\n```\nafter', 'p[before] m[a\n\nb] p[after]'],
    ['```open', 'p[```open]'],
    ['*a\nb*', 'p[*a\nb*]'],
    ['a\r\nb', 'p[a\nb]'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(readFormatting(text).map(show).join(' ')).toBe(expected);
  });

  it('loses no letter and adds none, for any text', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      ' ',
      '\n',
      '> ',
      '- ',
      '1. ',
      'a',
      'bé',
      '😀',
      'https://x.org/',
    );
    const letters = (text: string) => text.replace(/[^\p{L}\p{Emoji_Presentation}]/gu, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(letters(plainText(text))).toBe(letters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps text without marks as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.!?\n]*$/), (text) => {
        expect(plainText(text)).toBe(text);
      }),
    );
  });

  it('is quick with hostile texts', () => {
    for (const unit of ['*', '*a ', '_*~', '`', '> ', 'https://', '*a'])
      readFormatting(unit.repeat(4096 / unit.length));
  }, 2000);
});
