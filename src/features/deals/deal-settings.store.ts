// The SQL on the settings of deals, reasons of loss and the rates of currencies.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Requirable } from './deal-shapes.contract.ts';
import type { StoreCall } from './deals.types.ts';
import { defaultCurrency } from './default-currency.ts';

type ReadCall = Pick<StoreCall, 'tx' | 'workspaceId'>;

export type Settings = {
  currency: string;
  requiredFields: Requirable[];
  timeZone: string;
  language: string;
  /** What one unit of each currency is worth in the workspace's, whose own is 1. */
  rates: Map<string, number>;
};

export async function readSettings(call: ReadCall): Promise<Settings> {
  const { rows } = await sql<{
    currency: string | null;
    requiredFields: Requirable[] | null;
    timeZone: string;
    language: string;
    country: string;
    rates: Record<string, number>;
  }>`
    select d.currency, d.required_fields as "requiredFields", w.time_zone as "timeZone", w.language, w.country,
      coalesce((select jsonb_object_agg(r.currency, r.rate) from currency_rates r where r.workspace_id = w.id), '{}')
        as rates
    from workspaces w left join deal_settings d on d.workspace_id = w.id
    where w.id = ${call.workspaceId}`.execute(call.tx);
  const { currency, requiredFields, country, rates, ...rest } = rows[0]!;
  const home = currency ?? defaultCurrency(country);
  return {
    ...rest,
    currency: home,
    requiredFields: requiredFields ?? [],
    rates: new Map([...Object.entries(rates), [home, 1]]),
  };
}

/** Holds the settings to the end of the transaction: whoever configures deals goes one after the other. */
export async function lockSettings(call: ReadCall): Promise<Settings> {
  const { currency } = await readSettings(call);
  await sql`insert into deal_settings (workspace_id, currency) values (${call.workspaceId}, ${currency})
    on conflict do nothing`.execute(call.tx);
  await sql`select 1 from deal_settings where workspace_id = ${call.workspaceId} for update`.execute(call.tx);
  return readSettings(call);
}

/** Whoever writes deals holds on to the settings, so that none is written by rates that were replaced meanwhile. */
export async function holdSettings(call: ReadCall): Promise<void> {
  await sql`select 1 from deal_settings where workspace_id = ${call.workspaceId} for key share`.execute(
    call.tx,
  );
}

export async function changeSettings(
  call: ReadCall,
  set: { currency: string; requiredFields: readonly Requirable[] },
): Promise<void> {
  await call.tx
    .updateTable('deal_settings')
    .set({ currency: set.currency, required_fields: [...set.requiredFields] })
    .where('workspace_id', '=', call.workspaceId)
    .execute();
}

export type LostReasonRow = { id: string; name: string; isRetired: boolean };

/** In their order; those no longer offered only when asked for. */
export async function readLostReasons(
  call: ReadCall,
  { retired = false }: { retired?: boolean } = {},
): Promise<LostReasonRow[]> {
  const { rows } = await sql<LostReasonRow>`
    select id, name, retired_at is not null as "isRetired" from lost_reasons
    where workspace_id = ${call.workspaceId} and (retired_at is null or ${retired})
    order by retired_at is not null, position, id`.execute(call.tx);
  return rows;
}

export async function insertLostReason(call: StoreCall, name: string, position: number): Promise<string> {
  const id = newId();
  const row = { workspace_id: call.workspaceId, id, name, position, created_at: call.now };
  await call.tx.insertInto('lost_reasons').values(row).execute();
  return id;
}

export async function renameLostReason(call: ReadCall, id: string, name: string): Promise<void> {
  await call.tx
    .updateTable('lost_reasons')
    .set({ name })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function orderLostReasons(call: ReadCall, ids: readonly string[]): Promise<void> {
  await sql`
    update lost_reasons r set position = o.position
    from unnest(${ids}::uuid[]) with ordinality o(id, position)
    where r.workspace_id = ${call.workspaceId} and r.id = o.id`.execute(call.tx);
}

/** Deletes a reason that no deal names; others are no longer offered. */
export async function removeLostReason(call: StoreCall, id: string): Promise<void> {
  await sql`select 1 from lost_reasons where workspace_id = ${call.workspaceId} and id = ${id} for update`.execute(
    call.tx,
  );
  await sql`update lost_reasons set retired_at = ${call.now} where workspace_id = ${call.workspaceId} and id = ${id}`.execute(
    call.tx,
  );
  await sql`delete from lost_reasons r where r.workspace_id = ${call.workspaceId} and r.id = ${id}
    and not exists (select from deals d where d.workspace_id = r.workspace_id and d.lost_reason_id = r.id)`.execute(
    call.tx,
  );
}
