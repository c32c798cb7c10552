// What a command is, wherever it comes from: an operation of the contract, a file that goes in or out, the client itself.
import type { Given } from './arguments.ts';
import type { Flag } from './flags.ts';
import type { Io } from './io.ts';

/** What stands behind the command without a name, in order. */
export type Place = { name: string; words: string; required: boolean };

export type Command = {
  /** `deals`; empty for what the client does by itself, such as `login`. */
  group: string;
  name: string;
  summary: string;
  description: string | undefined;
  /** Who may, as the contract names it. */
  permission: string | undefined;
  /** Method and path below the API’s address. */
  call: string | undefined;
  places: readonly Place[];
  flags(): readonly Flag[];
  /** Takes its input as JSON too. */
  takesJson: boolean;
  /** Answers page by page. */
  isPaged: boolean;
  /** May be repeated safely under a key. */
  creates: boolean;
  /** Columns that its answer offers; empty when it answers no rows. */
  columns(): readonly string[];
  run(io: Io, given: Given): Promise<void>;
};

/** `deals move`. */
export function fullName({ group, name }: Pick<Command, 'group' | 'name'>): string {
  return group === '' ? name : `${group} ${name}`;
}
