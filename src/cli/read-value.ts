// Reads the text of a flag as what its field takes.
import { WrongUsage } from './failures.ts';
import type { Flag } from './flags.ts';
import { didYouMean } from './nearest.ts';

/** Throws WrongUsage that names the flag and says what it takes. */
export function readValue(flag: Flag, text: string): unknown {
  const { name, kind, choices } = flag;
  const wrong = (wanted: string) => new WrongUsage(`--${name} ${wanted}, not "${text}".`, about(flag));
  switch (kind) {
    case 'integer':
      if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
        throw wrong('takes a whole number');
      return Number(text);
    case 'number':
      if (text.trim() === '' || !Number.isFinite(Number(text))) throw wrong('takes a number');
      return Number(text);
    case 'switch':
      if (text !== 'true' && text !== 'false') throw wrong('takes true or false');
      return text === 'true';
    case 'choice':
      if (!choices.includes(text))
        throw new WrongUsage(
          `--${name} is ${choices.join(', ')}, not "${text}".${didYouMean(text, choices)}`,
          about(flag),
        );
      return text;
    case 'json':
      try {
        return JSON.parse(text);
      } catch {
        throw wrong('takes JSON');
      }
    case 'text':
      return text;
  }
}

function about({ words }: Flag): string | undefined {
  return words === '' ? undefined : `It is: ${words}.`;
}
