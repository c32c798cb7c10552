// Loads the rows of a file as contacts, with their tags and lists.
import { upsertContacts } from '#features/contacts/contacts.ts';
import { readFields } from '#features/fields/fields.ts';
import { addPairsToLists, declareOrigin, findOrCreateLists } from '#features/lists/lists.ts';
import { findOrCreateTags, tagPairs } from '#features/tags/tags.ts';
import type { ImportKind, LoadCall } from './import-kind.ts';
import type { ImportOptions } from './imports.contract.ts';
import { type ReadRow, readRow } from './read-row.ts';

type ContactRow = Exclude<ReadRow, { reason: string }>;

export const contactsKind: ImportKind<ContactRow> = {
  batchRows: 2_000,
  async prepare(call, run) {
    const options = run.options as ImportOptions;
    const fields = new Map((await readFields(call)).map((field) => [field.code, field]));
    const consentSource = options.consent?.source ?? `import of ${run.file_name}`.slice(0, 100);
    return {
      read: (cells) => readRow(cells, { ...options, fields }),
      load: (batch, rows) => load(batch, rows, options, consentSource),
    };
  },
};

async function load(
  call: LoadCall,
  rows: readonly ContactRow[],
  options: ImportOptions,
  consentSource: string,
) {
  const { ids, outcomes } = await upsertContacts(
    call,
    rows.map((row) => row.entry),
    { existing: options.existing, source: 'import', consentSource, resubscribe: options.resubscribe },
  );
  const touched = rows.map((row, i) => ({ row, id: ids[i]! })).filter((_, i) => outcomes[i] !== 'skipped');
  await label(call, touched, options);
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  return { created: count('created'), updated: count('updated'), skipped: count('skipped'), rejected: [] };
}

async function label(
  call: LoadCall,
  touched: readonly { row: ContactRow; id: string }[],
  options: ImportOptions,
): Promise<void> {
  const tags = await findOrCreateTags(
    call,
    touched.flatMap(({ row }) => row.tags),
  );
  const lists = await findOrCreateLists(
    call,
    touched.flatMap(({ row }) => row.lists),
  );
  if (options.origin)
    await declareOrigin(
      call,
      [...options.listIds, ...[...lists.values()].map(({ id }) => id)],
      options.origin,
    );
  const unique = <T extends object>(pairs: T[]) => [
    ...new Map(pairs.map((pair) => [Object.values(pair).join(' '), pair])).values(),
  ];
  await addPairsToLists(
    call,
    unique(
      touched.flatMap(({ row, id }) =>
        [...options.listIds, ...row.lists.map((name) => lists.get(name.toLowerCase())!.id)].map((listId) => ({
          contactId: id,
          listId,
        })),
      ),
    ),
  );
  await tagPairs(
    call,
    unique(
      touched.flatMap(({ row, id }) =>
        [...options.tagIds, ...row.tags.map((name) => tags.get(name.toLowerCase())!.id)].map((tagId) => ({
          contactId: id,
          tagId,
        })),
      ),
    ),
  );
}
