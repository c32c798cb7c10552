// What the provider says of a number, in the words of our own tables.
import type { ConnectReport } from '#whatsapp/cloud-api/connect-check.ts';
import type { NumberQuality, NumberStatus } from '#whatsapp/port.ts';
import type { ConnectedNumber, Quality } from './numbers.contract.ts';
import type { NumberFigures, NumberRow } from './numbers.store.ts';

const QUALITY: Record<NumberQuality, Quality> = {
  green: 'high',
  yellow: 'medium',
  red: 'low',
  unknown: 'unknown',
};

export function figuresOf(status: NumberStatus): NumberFigures {
  return {
    phone: `+${status.phone.replaceAll(/\D/g, '')}`,
    displayName: status.displayName,
    nameStatus: status.displayNameStatus ?? null,
    quality: QUALITY[status.quality],
    status: status.status,
    throughputPerSecond: status.throughputPerSecond,
  };
}

export function toNumber(row: NumberRow): ConnectedNumber {
  const { historyProgress, historyMessages, historyDeclinedAt, historyChangedAt, historyRefused, ...shown } =
    row;
  return {
    ...shown,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    connectedAt: row.connectedAt.toISOString(),
    history: historyChangedAt
      ? {
          state: historyState(row),
          refusal: historyRefused === LATE ? null : historyRefused,
          progress: historyProgress ?? 0,
          messages: historyMessages ?? 0,
          changedAt: historyChangedAt.toISOString(),
        }
      : null,
  };
}

/** How a refusal is kept that came because nobody asked in time. */
const LATE = 'late';

function historyState(row: NumberRow): NonNullable<ConnectedNumber['history']>['state'] {
  const { historyProgress, historyMessages, historyDeclinedAt, historyRefused } = row;
  if (historyDeclinedAt) return 'declined';
  if (historyProgress === 100) return 'finished';
  if (historyProgress || historyMessages) return 'running';
  if (historyRefused !== null) return historyRefused === LATE ? 'late' : 'refused';
  return 'asked';
}

/** A blocking problem of a check is one that must be mended before connecting. */
export function blocks(report: ConnectReport): boolean {
  return report.problems.some((problem) => problem.blocking) || !report.number;
}
