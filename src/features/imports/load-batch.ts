// Loads one batch of rows: contacts, tags, lists, rejections and figures in one transaction, or nothing.
import { publish } from '#events/publish.ts';
import { upsertContacts } from '#features/contacts/contacts.ts';
import { addPairsToLists, declareOrigin, findOrCreateLists } from '#features/lists/lists.ts';
import { findOrCreateTags, tagPairs } from '#features/tags/tags.ts';
import { now } from '#kit/clock.ts';
import type { Actor, Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import type { ImportOptions } from './imports.contract.ts';
import { addToImport, findImport, insertRejections, type Rejection } from './imports.store.ts';
import type { ReadRow } from './read-row.ts';

export type Loaded = Exclude<ReadRow, { reason: string }>;

export type Batch = {
  /** Rows of the file settled before this batch, and with it. */
  from: number;
  to: number;
  /** Bytes of the file read up to here. */
  doneBytes: number;
  rows: Loaded[];
  rejections: Rejection[];
};

export type Run = {
  services: Services;
  workspaceId: string;
  importId: string;
  actor: Actor;
  options: ImportOptions;
};

type BatchCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** False when the import is no longer ours to go on with: cancelled, or another process has gone further. */
export function loadBatch(run: Run, batch: Batch): Promise<boolean> {
  const { services, workspaceId, importId, actor, options } = run;
  return services.db.inWorkspace(workspaceId, async (tx) => {
    const call: BatchCall = { tx, workspaceId, now: now(), actor };
    const current = await findImport(call, importId, true);
    if (current?.state !== 'running' || current.done_rows !== batch.from) return false;
    const { ids, outcomes } = await upsertContacts(
      call,
      batch.rows.map((row) => row.entry),
      {
        existing: options.existing,
        source: 'import',
        consentSource: options.consent?.source ?? `import of ${current.file_name}`.slice(0, 100),
        resubscribe: options.resubscribe,
      },
    );
    const touched = batch.rows
      .map((row, i) => ({ row, id: ids[i]! }))
      .filter((_, i) => outcomes[i] !== 'skipped');
    await label(call, touched, options);
    await insertRejections(call, importId, batch.rejections);
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    await addToImport(call, importId, {
      doneRows: batch.to,
      doneBytes: batch.doneBytes,
      created: count('created'),
      updated: count('updated'),
      skipped: count('skipped'),
      rejected: batch.rejections.length,
    });
    await publish(call, 'import.changed', importId, { state: 'running' });
    return true;
  });
}

async function label(
  call: BatchCall,
  touched: readonly { row: Loaded; id: string }[],
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
