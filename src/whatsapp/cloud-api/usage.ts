// Reads from the headers of an answer how long the provider asks us to wait.

import { isObject, number, parts } from './loose.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Seconds, or undefined when no header tells: `Retry-After`, or the time until a used-up quota is free again. */
export function waitFromHeaders(headers: Headers): number | undefined {
  const after = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(after) && after > 0) return after;
  const usage = parse(headers['x-business-use-case-usage']);
  const minutes = Object.keys(usage)
    .flatMap((account) => parts(usage, account))
    .map((quota) => number(quota, 'estimated_time_to_regain_access') ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60 : undefined;
}

function parse(header: string | string[] | undefined): Readonly<Record<string, unknown>> {
  if (typeof header !== 'string') return {};
  try {
    const usage: unknown = JSON.parse(header);
    return isObject(usage) ? usage : {};
  } catch {
    return {};
  }
}
