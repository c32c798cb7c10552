// How a command can end badly, each with the code that a script sees.
import type { ErrorBody } from '#operations/operation.ts';

/** Codes of exit. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3, stopped: 130 } as const;

/** The command line says something that cannot be meant; `hint` says where to look. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The server understood and said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly body: ErrorBody;
  readonly status: number;

  constructor(body: ErrorBody, status: number) {
    super(body.message);
    this.body = body;
    this.status = status;
  }
}

/** No answer came, or none that is ours. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Whoever reads our output has gone away: nothing is left to do, and nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}
