// Reads switches in the query of a download's address.
import { badInput } from '#kit/errors.ts';

/** `?name=true`, `?name=false`, or left out, which is false; all else throws `bad_input`. */
export function querySwitch(query: unknown, name: string): boolean {
  const value = (query as Record<string, unknown>)[name];
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw badInput([{ path: name, message: 'Say true or false' }]);
}
