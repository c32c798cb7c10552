// Spells the size of a file, in kilobytes or megabytes.
import { useCallback } from 'react';
import { useFormatter } from 'use-intl';

/** `bytes` as the person's language writes it. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return useCallback(
    (bytes) =>
      format.number(bytes < 1_000_000 ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000, {
        style: 'unit',
        unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
        maximumFractionDigits: 1,
      }),
    [format],
  );
}
