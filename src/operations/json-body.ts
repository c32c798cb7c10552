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
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('bad_input', 'The request could not be read: send JSON.');
  }
}
