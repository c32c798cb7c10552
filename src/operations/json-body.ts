// Reads the JSON body of a request, no longer than allowed.
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kit/errors.ts';

/**
 * What the body of `request` says; undefined when it is empty. Throws `too_large` above `longest` bytes, and
 * `bad_input` for what is not JSON. For routes whose body has not been read.
 */
export async function readJsonBody(request: FastifyRequest, longest: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest)
      throw new AppError('too_large', `The request is too large: at most ${longest} bytes.`);
    chunks.push(chunk);
  }
  if (length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new AppError('bad_input', 'The request could not be read: send JSON.');
  }
}
