// The rows of templates, and how a row is shown to callers.
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { Templates } from '#db/tables.generated.ts';
import { notFound } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { ValueSources } from '#whatsapp/template-message.ts';
import type { TemplateCategory, TemplateContent, VariableFormat } from '#whatsapp/template-model.ts';
import type { TemplateStatus } from './templates.contract.ts';

export type PendingEdit = {
  category: TemplateCategory;
  content: TemplateContent;
  timeToLiveSeconds: number | null;
};
export type MediaFile = { fileId: string; name: string; mimeType: string; size: number };
export type Quality = 'high' | 'medium' | 'low' | 'unknown';
/** Time and key of the last news that was applied, by kind. */
export type Heard = Partial<Record<'status' | 'quality' | 'category', { at: string; key: string }>>;

type Raw = Selectable<Templates>;
export type TemplateRow = Omit<
  Raw,
  | 'category'
  | 'status'
  | 'variable_format'
  | 'content'
  | 'pending_edit'
  | 'variables'
  | 'media'
  | 'quality'
  | 'heard'
> & {
  category: TemplateCategory;
  status: TemplateStatus;
  variable_format: VariableFormat;
  content: TemplateContent;
  pending_edit: PendingEdit | null;
  variables: ValueSources;
  media: Record<string, MediaFile>;
  quality: Quality;
  heard: Heard;
};

/** The part of a call that reading and writing rows needs: jobs make one of their own. */
export type InWorkspace = { tx: Tx; workspaceId: string };
type Writing = InWorkspace & Pick<Call, 'now'>;

/** The columns that may change, in our words; jsonb is written as text. */
export type TemplateChange = Partial<
  Omit<TemplateRow, 'workspace_id' | 'id' | 'account_id' | 'created_at' | 'updated_at'>
>;

const JSON_COLUMNS = ['content', 'pending_edit', 'variables', 'media', 'heard'] as const;

export type NewTemplate = Pick<TemplateRow, 'account_id' | 'name' | 'language' | 'category' | 'content'> &
  TemplateChange;

export async function insertTemplate(call: Writing, template: NewTemplate): Promise<TemplateRow> {
  const row = await call.tx
    .insertInto('templates')
    .values({
      ...written(template),
      workspace_id: call.workspaceId,
      id: newId(),
      created_at: call.now,
      updated_at: call.now,
    } as never)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as TemplateRow;
}

/** `touch: false` leaves the place in the list, for news that no person made. */
export async function changeTemplate(
  call: Writing,
  id: string,
  change: TemplateChange,
  options: { touch?: boolean } = {},
): Promise<TemplateRow> {
  const row = await call.tx
    .updateTable('templates')
    .set({ ...written(change), ...(options.touch === false ? {} : { updated_at: call.now }) } as never)
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound('template');
  return row as unknown as TemplateRow;
}

export async function deleteTemplateRow(call: InWorkspace, id: string): Promise<void> {
  await call.tx
    .deleteFrom('templates')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

function written(change: object): Record<string, unknown> {
  const row: Record<string, unknown> = { ...change };
  for (const column of JSON_COLUMNS)
    if (row[column] !== undefined) row[column] = row[column] === null ? null : JSON.stringify(row[column]);
  return row;
}

/** Throws `not_found`. `lock` keeps the row from changing until the transaction ends. */
export async function readTemplateRow(call: InWorkspace, id: string, lock = false): Promise<TemplateRow> {
  let query = call.tx
    .selectFrom('templates')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('template');
  return row as unknown as TemplateRow;
}

/** Every row of an account, deleted ones too, locked. */
export async function lockAccountTemplates(call: InWorkspace, accountId: string): Promise<TemplateRow[]> {
  const rows = await call.tx
    .selectFrom('templates')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('account_id', '=', accountId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as unknown as TemplateRow[];
}

/** Rows that any of these remote templates may mean: by remote id, or by name and language while none is known. */
export async function lockTemplatesOf(
  call: InWorkspace,
  accountId: string,
  remote: { id: string; name: string; language: string }[],
): Promise<TemplateRow[]> {
  const rows = await call.tx
    .selectFrom('templates')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('account_id', '=', accountId)
    .where((eb) =>
      eb.or([
        eb('remote_id', '=', sql<string>`any(${remote.map((one) => one.id)}::text[])`),
        eb.and([
          eb('remote_id', 'is', null),
          eb('name', '=', sql<string>`any(${remote.map((one) => one.name)}::text[])`),
        ]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as unknown as TemplateRow[];
}

/** Names of the account that begin with `start`, for finding a free one. */
export async function namesLike(call: InWorkspace, accountId: string, start: string): Promise<Set<string>> {
  const rows = await call.tx
    .selectFrom('templates')
    .select('name')
    .where('workspace_id', '=', call.workspaceId)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`starts_with(name, ${start})`)
    .execute();
  return new Set(rows.map((row) => row.name));
}

/** When the name was last deleted after having been approved, or null. */
export async function lastDeletion(call: InWorkspace, accountId: string, name: string): Promise<Date | null> {
  const row = await call.tx
    .selectFrom('templates')
    .select((eb) => eb.fn.max('deleted_at').as('at'))
    .where('workspace_id', '=', call.workspaceId)
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .where('status', '=', 'deleted')
    .where('reviewed_at', 'is not', null)
    .executeTakeFirst();
  return (row?.at as Date | null | undefined) ?? null;
}
