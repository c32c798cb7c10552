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
  const { historyProgress, historyMessages, historyDeclinedAt, historyChangedAt, ...shown } = row;
  return {
    ...shown,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    connectedAt: row.connectedAt.toISOString(),
    history: historyChangedAt
      ? {
          state: historyDeclinedAt ? 'declined' : historyProgress === 100 ? 'finished' : 'running',
          progress: historyProgress ?? 0,
          messages: historyMessages ?? 0,
          changedAt: historyChangedAt.toISOString(),
        }
      : null,
  };
}

/** A blocking problem of a check is one that must be mended before connecting. */
export function blocks(report: ConnectReport): boolean {
  return report.problems.some((problem) => problem.blocking) || !report.number;
}
