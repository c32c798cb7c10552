// Posts bytes and tells the status of the answer: the least that undici can be asked for, because every status is one post.

import type { Dispatcher } from 'undici';

export interface Post {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** From here to the end of the answer. */
  timeoutMs: number;
}

/** Rejects when no whole answer came in time. */
export function post(pool: Dispatcher, { path, headers, body, timeoutMs }: Post): Promise<number> {
  return new Promise((done, failed) => {
    let status = 0;
    let abort = (_reason: Error) => {};
    const timer = setTimeout(() => {
      const late = new Error(`No answer within ${timeoutMs} ms`);
      abort(late);
      failed(late);
    }, timeoutMs);
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason);
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData() {},
        onResponseEnd() {
          clearTimeout(timer);
          done(status);
        },
        onResponseError(_controller, error) {
          clearTimeout(timer);
          failed(error);
        },
      },
    );
  });
}
