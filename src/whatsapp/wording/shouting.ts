// How loud a text is: its capitals and its emoji. Variables are not counted.
import { readWords } from './read-words.ts';

/** Words of at least four capitals in a row, and the share of capitals among all letters. */
export function shoutedWords(text: string): { share: number; words: { start: number; end: number }[] } {
  const own = withoutVariables(text);
  const letters = own.match(/\p{L}/gu)?.length ?? 0;
  const capitals = own.match(/\p{Lu}/gu)?.length ?? 0;
  const words = readWords(own).filter(({ start, end }) => /^\p{Lu}{4,}$/u.test(own.slice(start, end)));
  return { share: letters < 20 ? 0 : capitals / letters, words };
}

export function countEmoji(text: string): number {
  return text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
}

/** Whether there are words to judge, besides variables and signs. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(withoutVariables(text));
}

/** Variables become spaces, so that places stay. */
function withoutVariables(text: string): string {
  return text.replaceAll(/\{\{[^{}]*\}\}/g, (found) => ' '.repeat(found.length));
}
