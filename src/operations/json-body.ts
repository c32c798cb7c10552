// Reads the JSON body of a request, no longer than allowed.
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kit/errors.ts';
import { readBytes } from './body-bytes.ts';

/**
 * What the body of `request` says; undefined when it is empty. Throws `too_large` above `longest` bytes,
 * `body_too_slow`, and `bad_input` for what is not JSON. For routes whose body has not been read.
 */
export async function readJsonBody(request: FastifyRequest, longest: number): Promise<unknown> {
  const bytes = await readBytes(request, longest);
  if (bytes.length === 0) return undefined;
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new AppError('bad_input', 'The request could not be read: send JSON.');
  }
  refuseOddities(text, value);
  return value;
}

/** What is JSON, and yet nothing that anybody means: halves of characters cannot be stored, `__proto__` is no name. */
function refuseOddities(text: string, value: unknown): void {
  const suspect = text.includes('\\') || text.includes('__proto__');
  if (!suspect) return;
  // Written anew, all names stand plainly, and only halves of characters are still escaped.
  const plain = JSON.stringify(value);
  if (/(^|[^\\])(\\\\)*\\ud[89a-f]/.test(plain))
    throw new AppError(
      'bad_input',
      'The request holds half a character (a lone surrogate): send whole text.',
    );
  if (/"__proto__":/.test(plain))
    throw new AppError('bad_input', 'The request holds the name "__proto__": choose another.');
}
