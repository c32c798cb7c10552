// Downloads the statistics of campaigns as CSV: those of a filter of the list, or chosen ones.
import { startDownload } from '#web/download.ts';

export function downloadStatistics(filters: Record<string, string | undefined>): void {
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  startDownload(`/api/v1/campaigns/statistics.csv?${query}`);
}
