// Downloads the contacts that a filter finds as CSV.
import type { ContactFilter } from '#features/contacts/contact-filter.contract.ts';
import { startDownload } from '#web/download.ts';
import { toastDone } from '#web/ui/toast.tsx';

export function exportContacts(filter: ContactFilter, done: string): void {
  startDownload(`/api/v1/contacts/export.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
  toastDone(done);
}
