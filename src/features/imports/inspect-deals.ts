// Looks into an uploaded file of deals: how it is written, and which of its columns are known by their names.
import { readHeader } from '#features/deals/deals.ts';
import { badInput } from '#kit/errors.ts';
import type { DetectedDeals } from './deal-imports.contract.ts';
import { inspectFile, type Place } from './inspect-file.ts';

/** Throws `file_not_csv`, `file_empty`, and `bad_input` when the first line names no column of contacts. */
export async function inspectDeals(place: Place): Promise<DetectedDeals> {
  const { encoding, delimiter, header, sample } = await inspectFile(place, { hasHeader: true });
  const found = readHeader(header);
  if (!found.has('Contacts'))
    throw badInput([
      { path: 'file', message: 'No column holds the contacts: name it Phone in the first line.' },
    ]);
  const nameAt = new Map([...found].map(([column, at]) => [at, column]));
  const columns = header.map((_, at) => nameAt.get(at) ?? null);
  return { encoding, delimiter, header, columns, sample };
}
