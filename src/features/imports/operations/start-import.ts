// Starts an uploaded import with the person's choices, after checking that they make sense together.
import { isSupportedCountry } from 'libphonenumber-js/min';
import { readFields } from '#features/fields/fields.ts';
import type { ImportOptions, importsContract } from '#features/imports/imports.contract.ts';
import { toImport } from '#features/imports/imports.store.ts';
import { checkLists } from '#features/lists/lists.ts';
import { checkTags } from '#features/tags/tags.ts';
import { badInput, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { beginImport, waitingImport } from './queue-import.ts';

export const startImport: Handler<typeof importsContract.start> = async (call, { id, options }) => {
  await waitingImport(call, 'contacts', id);
  await check(call, options);
  return toImport(await beginImport(call, id, options));
};

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
