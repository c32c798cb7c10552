// Tenancy: the catalogue is walked, and what a transaction without a workspace can see is tried.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

/** Tables that belong to no workspace, each with the reason. */
const GLOBAL: Record<string, string> = {
  workspaces: 'the tenants themselves',
  users: 'a person may belong to several workspaces',
  sessions: 'of a person',
  accounts: 'of a person',
  verifications: 'of an e-mail address',
  two_factors: 'of a person',
  throttles: 'tries are counted before anybody is known',
  notification_preferences: 'of a person, in all their workspaces',
  push_devices: 'of a person, in all their workspaces',
  push_keys: 'of the installation',
  installation: 'of the installation',
  schema_migrations: 'of the database',
};

/** Tables that the system role may look through, each with the reason. */
const OPEN_TO_SYSTEM: Record<string, string> = {
  messaging_limits:
    'a business at Meta may be of several workspaces, whose limit is one (select, places_elsewhere)',
  limit_places: 'the same',
  message_tallies: 'a job adds them up',
  ticket_tallies: 'a job adds them up',
  deal_tallies: 'a job adds them up',
  conversion_settings: 'the dispatcher asks which workspaces tell conversions (select)',
  deals: 'the search by trigrams runs as the system, within the workspace (deals_matching)',
  tickets: 'the search by trigrams runs as the system, within the workspace (tickets_matching)',
  message_words: 'the search by words runs as the system, within the workspace (messages_worded)',
  events_untaken: 'the dispatcher tries again what subscribers of all workspaces did not take',
  team_settings: 'the rules that give conversations away are looked for in all workspaces',
  events: 'the dispatcher orders the events of all workspaces',
  idempotency_keys: 'old keys are pruned',
  audit_log: 'the system records what it does (insert)',
  memberships: 'a person’s workspaces are found by person',
  invitations: 'an invitation is found by its token',
  api_keys: 'a key is found by its digest',
  contacts: 'the search by trigrams runs as the system, within the workspace (contacts_matching)',
  imports: 'imports that lost their worker are found in all workspaces',
  whatsapp_accounts: 'a webhook names Meta’s account, not the workspace',
  numbers: 'a webhook names Meta’s number, not the workspace',
  webhook_bodies: 'the reader takes the oldest of all workspaces',
  webhook_waiting: 'the reader takes the oldest of all workspaces',
  send_queue: 'senders look for due messages of all workspaces',
  lane_progress: 'a function notes how far a lane has begun, without a transaction around it',
  message_expiries: 'messages that outlived their time are looked for in all workspaces',
  links: 'a short link names no workspace',
  link_hits: 'calls of short links are noted and added up for all workspaces',
  sms_messages: 'the sender of SMS looks for due ones of all workspaces',
  campaigns: 'the feeder looks for running campaigns of all workspaces',
  notification_places: 'the dispatcher asks which workspaces were just gathered',
  number_stages: 'stops whose time is over are looked for in all workspaces',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type TableRow = { name: string; enabled: boolean; forced: boolean; columns: string[]; key: string[] };

async function tables(): Promise<TableRow[]> {
  const { rows } = await sql<TableRow>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k(num, place)
        join pg_attribute a on a.attnum = k.num where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid
        order by k.place) as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(
    database.db.kysely,
  );
  return rows;
}

describe('every table', () => {
  it('is a tenant’s table with forced row-level security, or listed as global with a reason', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThan(20);
    for (const table of found.filter((t) => !(t.name in GLOBAL))) {
      expect(
        table.columns,
        `${table.name} has no workspace_id: add it, or list the table as global`,
      ).toContain('workspace_id');
      expect(table.key[0], `the primary key of ${table.name} must start with workspace_id`).toBe(
        'workspace_id',
      );
      expect([table.enabled, table.forced], `call make_tenant_table('${table.name}')`).toEqual([true, true]);
    }
    for (const name of Object.keys(GLOBAL)) expect(found.map((t) => t.name)).toContain(name);
  });

  it('has composite foreign keys within the workspace', async () => {
    const { rows } = await sql<{ name: string; source: string; columns: string[] }>`
      select conname as name, c.conrelid::regclass::text as source,
        array(select attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
      from pg_constraint c where contype = 'f' and connamespace = 'public'::regnamespace
        and not confrelid::regclass::text = any(${Object.keys(GLOBAL)})`.execute(database.db.kysely);
    for (const key of rows) expect(key.columns, `${key.source}: ${key.name}`).toContain('workspace_id');
  });

  it('has no index to find rows by on what may tell: row-level security would not use it', async () => {
    // One that is unique holds its rule all the same.
    const { rows } = await sql<{ index: string; told: string[] }>`
      select i.indexrelid::regclass::text as index, array_agg(distinct p.proname) as told
      from pg_index i cross join regexp_matches(pg_get_indexdef(i.indexrelid), '([a-z_]+)\\(', 'g') f
        join pg_proc p on p.proname = f[1] and not p.proleakproof
      where i.indexprs is not null and not i.indisunique
        and i.indrelid in (select oid from pg_class where relrowsecurity) group by 1`.execute(
      database.db.kysely,
    );
    expect(rows).toEqual([]);
  });

  it('has only the policies that this file explains', async () => {
    const { rows } = await sql<{ tablename: string; policyname: string; qual: string | null; roles: string }>`
      select tablename, policyname, qual, roles::text from pg_policies where schemaname = 'public'`.execute(
      database.db.kysely,
    );
    const open = rows.filter((policy) => policy.policyname === 'system').map((policy) => policy.tablename);
    for (const name of open)
      expect(OPEN_TO_SYSTEM, `explain why the system may look through ${name}`).toHaveProperty(name);
    for (const policy of rows.filter((p) => p.policyname !== 'system')) {
      expect(policy.policyname).toBe('tenant');
      expect(policy.qual).toBe('(workspace_id = app_workspace_id())');
      expect(policy.roles).toBe('{rondine_app}');
    }
  });
});

describe('the application’s role', () => {
  it('is no superuser and cannot bypass row-level security', async () => {
    const { rows } = await sql<{ role: string; unsafe: boolean }>`
      select current_user as role, rolsuper or rolbypassrls as unsafe from pg_roles where rolname = current_user`.execute(
      database.db.kysely,
    );
    expect(rows).toEqual([{ role: 'rondine_app', unsafe: false }]);
  });

  it('sees and changes nothing of a tenant without naming the workspace, and only its own when it does', async () => {
    const { db } = database;
    const [mine, theirs] = [newId(), newId()];
    for (const id of [mine, theirs]) {
      const workspace = { id, name: 'Shop', country: 'IT', time_zone: 'Europe/Rome' };
      await db.kysely.insertInto('workspaces').values(workspace).execute();
      await db.inWorkspace(id, (tx) =>
        tx
          .insertInto('tags')
          .values({ workspace_id: id, id: newId(), name: 'VIP', created_at: new Date() })
          .execute(),
      );
    }
    expect(await db.kysely.selectFrom('tags').selectAll().execute()).toEqual([]);
    const seen = await db.inWorkspace(mine, (tx) => tx.selectFrom('tags').select('workspace_id').execute());
    expect(seen).toEqual([{ workspace_id: mine }]);
    const changed = await db.inWorkspace(mine, (tx) =>
      tx.updateTable('tags').set({ name: 'x' }).executeTakeFirst(),
    );
    expect(Number(changed.numUpdatedRows)).toBe(1);
    const stray = db.inWorkspace(mine, (tx) =>
      tx
        .insertInto('tags')
        .values({ workspace_id: theirs, id: newId(), name: 'stray', created_at: new Date() })
        .execute(),
    );
    await expect(stray).rejects.toMatchObject({ code: '42501' });
  });

  it('is not left with a workspace after the transaction', async () => {
    const { db } = database;
    await db.inWorkspace(newId(), async () => {});
    const { rows } = await sql<{ id: string | null }>`select app_workspace_id() as id`.execute(db.kysely);
    expect(rows[0]?.id).toBeNull();
  });
});
