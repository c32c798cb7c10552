// Turns an error of Meta's API into a failure of our closed list, by the table of codes.

import { FAILURE_KINDS, type Failure, type FailureKind, type Retry } from '#whatsapp/failure-kinds.ts';
import { FAILURE_TABLE, type FailureRow } from './failure-table.ts';

export type ProviderFault = { code?: number; subcode?: number; detail?: string; isTransient?: boolean };

const exact = new Map<number, FailureRow>();
const ranges: { first: number; last: number; row: FailureRow }[] = [];
for (const row of FAILURE_TABLE) {
  if (typeof row.code === 'number') exact.set(row.code, row);
  else ranges.push({ first: row.code[0], last: row.code[1], row });
}

/** The row of a code, or undefined when the documentation does not name it. */
export function failureRow(code: number | undefined): FailureRow | undefined {
  if (code === undefined) return undefined;
  return exact.get(code) ?? ranges.find(({ first, last }) => code >= first && code <= last)?.row;
}

/**
 * A provider's error as ours. A known subcode says more than its code. `from` tells an answer to a request, where
 * the outcome may be open, from a webhook, where the failure is the outcome.
 */
export function readFailure(fault: ProviderFault, from: 'answer' | 'webhook'): Failure {
  const row = failureRow(fault.subcode) ?? failureRow(fault.code);
  const kind = row?.kind ?? 'unknown';
  const { stops, words } = FAILURE_KINDS[kind];
  return {
    kind,
    retry: row?.retry ?? 'no',
    stops,
    mayHaveBeenAccepted: from === 'answer' && row?.mayHaveBeenAccepted === true,
    ...(fault.isTransient ? { isTransient: true } : {}),
    ...(row?.waitSeconds === undefined ? {} : { waitSeconds: row.waitSeconds }),
    ...(row?.maxTries === undefined ? {} : { maxTries: row.maxTries }),
    ...(fault.code === undefined ? {} : { code: fault.code }),
    ...(fault.subcode === undefined ? {} : { subcode: fault.subcode }),
    message: words,
    ...(fault.detail ? { detail: fault.detail } : {}),
  };
}

/** A failure that no code describes, such as a server that cannot be reached. */
export function plainFailure(kind: FailureKind, retry: Retry, detail?: string): Failure {
  const { stops, words } = FAILURE_KINDS[kind];
  return { kind, retry, stops, mayHaveBeenAccepted: false, message: words, ...(detail ? { detail } : {}) };
}
