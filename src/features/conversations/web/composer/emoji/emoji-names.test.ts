// Finding emoji by their names in each language.
import { expect, it } from 'vitest';
import { emojiIn, findEmoji } from './emoji-names.ts';

it('finds emoji by words of each language, whatever the accents', async () => {
  const first = async (locale: 'en' | 'it' | 'es', search: string) =>
    findEmoji(await emojiIn(locale), search).map(({ emoji }) => emoji);
  expect(await first('en', 'thumbs up')).toContain('👍️');
  expect(await first('it', 'caffe')).not.toEqual([]);
  expect(await first('es', 'corazon')).toContain('❤️');
  expect(await first('en', '  ')).toEqual([]);
  expect(await first('en', 'zzzz')).toEqual([]);
});
