// The SQL on the statuses of tickets.
import { sql } from 'kysely';
import { languageOr } from '#features/people/language.contract.ts';
import type { Call } from '#operations/call.ts';
import { builtInName, DEFAULT_STATUSES } from './default-statuses.contract.ts';
import type { MacroState } from './ticket-shapes.contract.ts';
import type { Status, StoreCall } from './tickets.types.ts';

type Row = {
  code: string;
  name: string | null;
  macroState: MacroState;
  position: number;
  isDefault: boolean;
  language: string;
};

/** All statuses in their order. A workspace gets its first ones when it is asked for them. */
export async function readStatuses(call: StoreCall): Promise<Status[]> {
  const found = await find(call);
  if (found.length > 0) return found;
  await sql`
    insert into ticket_statuses (workspace_id, code, macro_state, position, is_default, created_at)
    select ${call.workspaceId}, s.code, s.macro_state, s.position, s.position = 1, ${call.now}
    from unnest(${DEFAULT_STATUSES.map((s) => s.code)}::text[], ${DEFAULT_STATUSES.map((s) => s.macroState)}::text[])
      with ordinality s(code, macro_state, position)
    on conflict do nothing`.execute(call.tx);
  return find(call);
}

async function find(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<Status[]> {
  const { rows } = await sql<Row>`
    select s.code, s.name, s.macro_state as "macroState", s.position, s.is_default as "isDefault", w.language
    from ticket_statuses s join workspaces w on w.id = s.workspace_id
    where s.workspace_id = ${call.workspaceId} order by s.position, s.code`.execute(call.tx);
  return rows.map(({ name, language, ...row }) => ({
    ...row,
    name: name ?? builtInName(row.code, languageOr(language, 'en')),
    renamed: name !== null,
  }));
}

/** Holds all statuses to the end of the transaction, so that two people do not configure them at once. */
export async function lockStatuses(call: StoreCall): Promise<Status[]> {
  await readStatuses(call);
  await sql`select 1 from ticket_statuses where workspace_id = ${call.workspaceId}
    order by code for update`.execute(call.tx);
  return find(call);
}

export async function insertStatus(
  call: StoreCall,
  status: { code: string; name: string; macroState: MacroState; position: number },
): Promise<void> {
  await call.tx
    .insertInto('ticket_statuses')
    .values({
      workspace_id: call.workspaceId,
      code: status.code,
      name: status.name,
      macro_state: status.macroState,
      position: status.position,
      created_at: call.now,
    })
    .execute();
}

export async function changeStatus(
  call: StoreCall,
  code: string,
  set: { name?: string | null | undefined; macroState?: MacroState | undefined },
): Promise<void> {
  const columns = {
    ...(set.name === undefined ? {} : { name: set.name }),
    ...(set.macroState === undefined ? {} : { macro_state: set.macroState }),
  };
  if (Object.keys(columns).length === 0) return;
  await call.tx
    .updateTable('ticket_statuses')
    .set(columns)
    .where('workspace_id', '=', call.workspaceId)
    .where('code', '=', code)
    .execute();
}

export async function setDefaultStatus(call: StoreCall, code: string): Promise<void> {
  await sql`update ticket_statuses set is_default = false
    where workspace_id = ${call.workspaceId} and is_default`.execute(call.tx);
  await sql`update ticket_statuses set is_default = true
    where workspace_id = ${call.workspaceId} and code = ${code}`.execute(call.tx);
}

export async function orderStatuses(call: StoreCall, codes: readonly string[]): Promise<void> {
  await sql`
    update ticket_statuses s set position = o.position
    from unnest(${codes}::text[]) with ordinality o(code, position)
    where s.workspace_id = ${call.workspaceId} and s.code = o.code`.execute(call.tx);
}

export async function removeStatus(call: StoreCall, code: string): Promise<void> {
  await sql`delete from ticket_statuses
    where workspace_id = ${call.workspaceId} and code = ${code}`.execute(call.tx);
}
