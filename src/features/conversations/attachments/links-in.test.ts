// Which addresses are found in what was written.
import { describe, expect, it } from 'vitest';
import { linksIn } from './links-in.ts';

describe('links in a message', () => {
  it('are found without the signs around them, each once', () => {
    expect(linksIn('Vedi https://example.com/a?b=1, (www.example.org) e https://example.com/a?b=1!')).toEqual(
      ['https://example.com/a?b=1', 'https://www.example.org'],
    );
  });

  it('are none where there is no address', () => {
    expect(linksIn('http:// e www e ftp://example.com')).toEqual([]);
  });
});
