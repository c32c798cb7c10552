// Counts and digests bytes on their way, and stops them when they become too many.
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { AppError } from '#kit/errors.ts';

export type StoredBytes = { size: number; sha256: string };

/** The stream fails with `too_large` past `maxBytes`; `result` once it has ended. */
export function measureBytes(maxBytes: number): { stream: Transform; result(): StoredBytes } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes)
        return done(
          new AppError('too_large', `This file is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`),
        );
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) };
}
