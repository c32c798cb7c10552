// Reads the body of a request into memory: no longer than allowed, and not for ever.
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kit/errors.ts';

/** Longer than a slow line needs for some megabytes. */
const WITHIN_MS = 60_000;

/**
 * Throws `too_large` above `longest` bytes and `body_too_slow` after a minute. The rest stays unread then, so that
 * the refusal still reaches the sender. For routes whose body has not been read.
 */
export function readBytes(
  request: Pick<FastifyRequest, 'raw'>,
  longest: number,
  withinMs = WITHIN_MS,
): Promise<Buffer> {
  const { raw } = request;
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = (error: Error | null) => {
      clearTimeout(timer);
      raw.off('data', take).off('end', end).off('error', stop).off('close', cut);
      // Without a listener of its own a connection that breaks later would be an error that nobody handles.
      raw.on('error', () => {});
      if (error) failed(error);
      else done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length > longest)
        stop(new AppError('too_large', `The request is too large: at most ${longest} bytes.`));
      else chunks.push(chunk);
    };
    const end = () => stop(null);
    const cut = () => stop(new AppError('bad_input', 'The request broke off before its end.'));
    const timer = setTimeout(
      () =>
        stop(
          new AppError('body_too_slow', 'The request took too long to arrive. Send it again.', {
            status: 408,
          }),
        ),
      withinMs,
    );
    raw.on('data', take).on('end', end).on('error', stop).on('close', cut);
  });
}
