// Starts an uploaded import with the person's choices, after checking that they make sense together.
import { isSupportedCountry } from 'libphonenumber-js/min';
import { publish } from '#events/publish.ts';
import { readFields } from '#features/fields/fields.ts';
import type { ImportOptions, importsContract } from '#features/imports/imports.contract.ts';
import { toImport, updateImport } from '#features/imports/imports.store.ts';
import { runImportJob } from '#features/imports/jobs/run-import.job.ts';
import { checkLists } from '#features/lists/lists.ts';
import { checkTags } from '#features/tags/tags.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput, conflict, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { importOf } from './get-import.ts';

export const startImport: Handler<typeof importsContract.start> = async (call, { id, options }) => {
  const row = await importOf(call, id, true);
  if (row.state !== 'uploaded')
    throw conflict('import_started', 'This import has been started already.', { state: row.state });
  if (row.file_id === null)
    throw conflict('import_file_gone', 'The file of this import was deleted: upload it again.');
  await check(call, options);
  await updateImport(call, id, { options });
  await queueImport(call, id);
  return toImport(await importOf(call, id));
};

/** Puts an import into the queue, from where it stands. */
export async function queueImport(call: Call, id: string): Promise<void> {
  await updateImport(call, id, { state: 'queued', failure: null, finishedAt: null, aliveAt: call.now });
  await enqueue(call.tx, runImportJob, { workspaceId: call.workspaceId, importId: id }, { key: id });
  await publish(call, 'import.changed', id, { state: 'queued' });
}

async function check(call: Call, options: ImportOptions): Promise<void> {
  const problems: FieldError[] = [];
  const { columns } = options;
  if (!columns.includes('phone') && !columns.includes('user_id'))
    problems.push({ path: 'options.columns', message: 'Say which column holds the phone numbers' });
  const codes = new Set((await readFields(call)).map((field) => `field:${field.code}`));
  const seen = new Set<string>();
  columns.forEach((target, i) => {
    const path = `options.columns.${i}`;
    if (target?.startsWith('field:') && !codes.has(target))
      problems.push({ path, message: `There is no custom field ${target.slice('field:'.length)}` });
    if (target && !['tags', 'lists', 'notes'].includes(target) && seen.has(target))
      problems.push({ path, message: 'Two columns go to the same place: choose one' });
    if (target) seen.add(target);
  });
  if (!isSupportedCountry(options.country))
    problems.push({ path: 'options.country', message: 'This is not a country code such as IT' });
  if (options.consent && !options.consent.value && !columns.includes('consent'))
    problems.push({
      path: 'options.consent',
      message: 'Choose a column that holds the consent, or one for every row',
    });
  if (problems.length > 0) throw badInput(problems);
  await checkTags(call, options.tagIds);
  await checkLists(call, options.listIds);
}
