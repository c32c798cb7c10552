// The SQL on connected accounts and numbers.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Call } from '#operations/call.ts';
import type { BulkStop, ConnectedNumber, Quality } from './numbers.contract.ts';

export type NumbersCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type NumberRow = Omit<ConnectedNumber, 'checkedAt' | 'connectedAt' | 'history'> & {
  checkedAt: Date | null;
  connectedAt: Date;
  historyProgress: number | null;
  historyMessages: number | null;
  historyDeclinedAt: Date | null;
  historyChangedAt: Date | null;
  historyRefused: string | null;
};

function selectNumbers(call: Pick<Call, 'tx' | 'workspaceId'>) {
  return call.tx
    .selectFrom('numbers as n')
    .innerJoin('whatsapp_accounts as a', (join) =>
      join.onRef('a.workspace_id', '=', 'n.workspace_id').onRef('a.id', '=', 'n.account_id'),
    )
    .leftJoin('number_histories as h', (join) =>
      join.onRef('h.workspace_id', '=', 'n.workspace_id').onRef('h.number_id', '=', 'n.id'),
    )
    .where('n.workspace_id', '=', call.workspaceId)
    .where('n.disconnected_at', 'is', null)
    .select([
      'n.id',
      'n.account_id as accountId',
      'a.name as accountName',
      'a.state as accountState',
      'a.state_reason as accountStateReason',
      'a.simulated',
      'a.waba_id as wabaId',
      'a.app_id as appId',
      'a.messaging_limit as messagingLimit',
      'n.phone_number_id as phoneNumberId',
      'n.phone',
      'n.display_name as displayName',
      'n.name_status as nameStatus',
      'n.quality',
      'n.throughput_per_second as throughputPerSecond',
      'n.status',
      'n.bulk_stop as pausedReason',
      'n.checked_at as checkedAt',
      'n.created_at as connectedAt',
      'h.progress as historyProgress',
      'h.messages as historyMessages',
      'h.declined_at as historyDeclinedAt',
      'h.changed_at as historyChangedAt',
      'h.refused as historyRefused',
    ])
    .$narrowType<Pick<NumberRow, 'quality' | 'accountState' | 'pausedReason'>>();
}

/** Connected numbers in the order in which they were connected, after the id `after`. */
export function listNumbers(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  limit: number,
  after?: string,
): Promise<NumberRow[]> {
  let query = selectNumbers(call).orderBy('n.id').limit(limit);
  if (after !== undefined) query = query.where('n.id', '>', after);
  return query.execute();
}

export function findNumber(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  id: string,
): Promise<NumberRow | undefined> {
  return selectNumbers(call).where('n.id', '=', id).executeTakeFirst();
}

export function findNumbersByProviderId(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  phoneNumberIds: readonly string[],
): Promise<NumberRow[]> {
  if (phoneNumberIds.length === 0) return Promise.resolve([]);
  return selectNumbers(call)
    .where('n.phone_number_id', 'in', [...phoneNumberIds])
    .execute();
}

/** What is needed to speak for an account. Secrets are sealed. */
export function findAccount(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  where: { accountId: string } | { numberId: string },
) {
  const query = call.tx
    .selectFrom('whatsapp_accounts as a')
    .innerJoin('numbers as n', (join) =>
      join.onRef('n.workspace_id', '=', 'a.workspace_id').onRef('n.account_id', '=', 'a.id'),
    )
    .where('a.workspace_id', '=', call.workspaceId)
    .where('n.disconnected_at', 'is', null)
    .select([
      'a.id',
      'a.waba_id as wabaId',
      'a.app_id as appId',
      'a.token_sealed as tokenSealed',
      'a.app_secret_sealed as appSecretSealed',
      'a.graph_url as graphUrl',
      'a.graph_version as graphVersion',
      'a.simulated',
      'n.id as numberId',
      'n.phone_number_id as phoneNumberId',
    ])
    .orderBy('n.id');
  return 'accountId' in where
    ? query.where('a.id', '=', where.accountId).executeTakeFirst()
    : query.where('n.id', '=', where.numberId).executeTakeFirst();
}

export type NewAccount = {
  id: string;
  wabaId: string;
  name: string;
  appId: string | null;
  tokenSealed: string;
  appSecretSealed: string;
  graphUrl: string;
  graphVersion: string;
  simulated: boolean;
  messagingLimit: number | null;
};

/** The account of this workspace with this id at Meta, connected or not. */
export function findAccountId(call: NumbersCall, wabaId: string): Promise<{ id: string } | undefined> {
  return call.tx
    .selectFrom('whatsapp_accounts')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('waba_id', '=', wabaId)
    .forUpdate()
    .executeTakeFirst();
}

/** New keys of an account, or a new account; violates `whatsapp_accounts_waba` when another workspace has it. */
export async function saveAccount(call: NumbersCall, account: NewAccount): Promise<void> {
  const values = {
    name: account.name,
    app_id: account.appId,
    token_sealed: account.tokenSealed,
    app_secret_sealed: account.appSecretSealed,
    graph_url: account.graphUrl,
    graph_version: account.graphVersion,
    simulated: account.simulated,
    messaging_limit: account.messagingLimit,
    state: 'connected',
    state_reason: null,
    updated_at: call.now,
  };
  await call.tx
    .insertInto('whatsapp_accounts')
    .values({
      workspace_id: call.workspaceId,
      id: account.id,
      waba_id: account.wabaId,
      created_at: call.now,
      ...values,
    })
    .onConflict((c) => c.columns(['workspace_id', 'id']).doUpdateSet(values))
    .execute();
}

export type NumberFigures = {
  phone: string;
  displayName: string;
  nameStatus: string | null;
  quality: Quality;
  status: string;
  throughputPerSecond: number;
};

/** The row of a number, whether connected now or before. */
export function findNumberId(call: NumbersCall, phoneNumberId: string): Promise<{ id: string } | undefined> {
  return call.tx
    .selectFrom('numbers')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('phone_number_id', '=', phoneNumberId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function saveNumber(
  call: NumbersCall,
  number: NumberFigures & { id: string; accountId: string; phoneNumberId: string },
): Promise<void> {
  const values = {
    ...figures(call, number),
    account_id: number.accountId,
    disconnected_at: null,
  };
  await call.tx
    .insertInto('numbers')
    .values({
      workspace_id: call.workspaceId,
      id: number.id,
      phone_number_id: number.phoneNumberId,
      created_at: call.now,
      ...values,
    })
    .onConflict((c) =>
      // Connecting again does not end a stop of the guardian.
      c.columns(['workspace_id', 'id']).doUpdateSet(values),
    )
    .execute();
}

export async function updateFigures(call: NumbersCall, id: string, number: NumberFigures): Promise<void> {
  await call.tx
    .updateTable('numbers')
    .set(figures(call, number))
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

function figures(call: NumbersCall, number: NumberFigures) {
  return {
    phone: number.phone,
    display_name: number.displayName,
    name_status: number.nameStatus,
    quality: number.quality,
    status: number.status,
    throughput_per_second: number.throughputPerSecond,
    checked_at: call.now,
  };
}

/** Stops bulk sending of a number; null lets it go on. */
export async function setBulkStop(call: NumbersCall, id: string, stop: BulkStop | null): Promise<void> {
  await call.tx
    .updateTable('numbers')
    .set({ bulk_stop: stop && JSON.stringify(stop) })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function updateAccount(
  call: NumbersCall,
  id: string,
  change: { state?: string; state_reason?: string | null; name?: string },
): Promise<void> {
  await call.tx
    .updateTable('whatsapp_accounts')
    .set({ ...change, updated_at: call.now })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Takes the number out of use; with its last number the account goes too, and its keys are deleted. */
export async function disconnectNumber(call: NumbersCall, id: string): Promise<void> {
  await sql`
    with gone as (
      update numbers set disconnected_at = ${call.now}
      where workspace_id = ${call.workspaceId} and id = ${id} and disconnected_at is null
      returning account_id
    )
    update whatsapp_accounts a set state = 'disconnected', token_sealed = '', app_secret_sealed = '', updated_at = ${call.now}
    from gone
    where a.workspace_id = ${call.workspaceId} and a.id = gone.account_id and not exists (
      select from numbers n where n.workspace_id = a.workspace_id and n.account_id = a.id
        and n.disconnected_at is null and n.id <> ${id})`.execute(call.tx);
}

export type AccountKeys = { workspaceId: string; accountId: string; wabaId: string; appSecretSealed: string };

/** The connected accounts of these ids at Meta, in whichever workspace. */
export function findKeysByWaba(db: Database, wabaIds: readonly string[]): Promise<AccountKeys[]> {
  return db.asSystem((tx) =>
    tx
      .selectFrom('whatsapp_accounts')
      .select([
        'workspace_id as workspaceId',
        'id as accountId',
        'waba_id as wabaId',
        'app_secret_sealed as appSecretSealed',
      ])
      .where('waba_id', 'in', [...wabaIds])
      .where('state', '<>', 'disconnected')
      .execute(),
  );
}
