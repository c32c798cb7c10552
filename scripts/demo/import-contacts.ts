// Imports a CSV into a list, by the public API.
import { setTimeout as wait } from 'node:timers/promises';
import type { Journey } from './journey.ts';

const POLL_MS = 200;

/** Answers the import when it is completed. Throws with its own words when it ends otherwise. */
export async function importContacts(
  { server, csv, say, bar }: Pick<Journey, 'server' | 'csv' | 'say' | 'bar'>,
  listId: string,
) {
  say('Importing the contacts …');
  const uploaded = (await server.upload('/api/v1/imports?fileName=demo.csv', csv)) as {
    id: string;
    totalBytes: number;
  };
  const found = await server.api.imports.get({ id: uploaded.id });
  const { encoding, delimiter, hasHeader, mapping } = found.detected;
  await server.api.imports.start({
    id: uploaded.id,
    options: {
      encoding,
      delimiter,
      hasHeader,
      columns: mapping,
      country: 'IT',
      existing: 'update',
      listIds: [listId],
      consent: { value: 'subscribed', source: 'Demo' },
    },
  });
  const progress = bar();
  for (;;) {
    const now = await server.api.imports.get({ id: uploaded.id });
    progress.show(
      now.rows,
      Math.max(now.rows, Math.round((now.rows * now.totalBytes) / (now.doneBytes || 1))),
      'rows read',
    );
    if (now.state === 'completed') {
      progress.end();
      return now;
    }
    if (now.state === 'failed' || now.state === 'cancelled')
      throw new Error(now.failure ?? `The import is ${now.state}.`);
    await wait(POLL_MS);
  }
}
