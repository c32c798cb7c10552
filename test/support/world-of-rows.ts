// A workspace with one of everything, written as rows: what hostile callers try their hands on.
import type { PoolClient } from 'pg';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';

/** Ids of one thing of each kind. */
export type WorldIds = Record<Kind, string>;
export const KINDS = [
  'accounts',
  'apiKeys',
  'campaigns',
  'contacts',
  'conversations',
  'deals',
  'fields',
  'files',
  'imports',
  'invitations',
  'lists',
  'messages',
  'numbers',
  'pipelines',
  'stages',
  'tags',
  'templates',
  'users',
  'webhooks',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * `mark` is in every text, so that a leak can be seen; `member` is a person of the workspace. `oneId`: everything has
 * the member's id, so that it names something wherever it stands.
 */
export async function worldOfRows(
  services: Services,
  workspaceId: string,
  mark: string,
  member: string,
  { oneId = false } = {},
): Promise<WorldIds> {
  const ids = Object.fromEntries(KINDS.map((kind) => [kind, oneId ? member : newId()])) as WorldIds;
  ids.users = member;
  const workspace_id = workspaceId;
  const [created_at, updated_at] = [now(), now()];
  const digits = String(parseInt(newId().slice(-9), 16))
    .padStart(11, '0')
    .slice(0, 9);
  await services.db.inWorkspace(workspaceId, async (tx) => {
    const put = (table: string, row: Record<string, unknown>) =>
      tx
        .insertInto(table as never)
        .values({ workspace_id, ...row } as never)
        .execute();
    const json = JSON.stringify;
    await put('contacts', {
      ...{ id: ids.contacts, phone: `+39${digits}`, first_name: mark, last_inbound_at: now() },
      ...{ created_at, updated_at },
    });
    const consent = { consent: 'subscribed', source: mark, at: now() };
    await put('consent_changes', { id: newId(), contact_id: ids.contacts, ...consent });
    await put('tags', { id: ids.tags, name: `tag ${mark}`, created_at });
    await put('contact_tags', { contact_id: ids.contacts, tag_id: ids.tags });
    await put('lists', { id: ids.lists, name: `list ${mark}`, created_at, updated_at });
    await put('list_members', { list_id: ids.lists, contact_id: ids.contacts, added_at: now() });
    await put('contact_fields', {
      id: ids.fields,
      code: `CITY_${digits}`,
      label: mark,
      type: 'text',
      created_at,
    });
    const file = { mime_type: 'text/csv', size: 3, sha256: 'x', purpose: 'message', created_at };
    await put('files', { id: ids.files, bytes_id: ids.files, name: mark, ...file });
    const detected = {
      encoding: 'utf-8',
      delimiter: ',',
      hasHeader: true,
      header: [],
      sample: [],
      mapping: [],
    };
    const upload = { state: 'uploaded', detected: json(detected), total_bytes: 3, created_at };
    await put('imports', { id: ids.imports, file_id: ids.files, file_name: mark, ...upload });
    await put('import_rejections', {
      ...{ import_id: ids.imports, row_number: 2, cells: json([mark]), reason: mark },
    });
    await put('whatsapp_accounts', {
      ...{ id: ids.accounts, waba_id: digits, name: mark, graph_version: 'v26.0', created_at, updated_at },
      token_sealed: services.secrets.seal('token', `account:${ids.accounts}:token`),
      app_secret_sealed: services.secrets.seal('secret', `account:${ids.accounts}:app_secret`),
      graph_url: 'http://127.0.0.1:9',
    });
    const number = { account_id: ids.accounts, phone_number_id: digits, display_name: mark, created_at };
    await put('numbers', { id: ids.numbers, phone: `+39${digits}`, ...number });
    await put('webhook_bodies', {
      ...{ id: ids.webhooks, account_id: ids.accounts, body: Buffer.from(mark), state: 'failed' },
      ...{ received_at: now(), failure: mark },
    });
    await put('webhook_waiting', { body_id: ids.webhooks, due_at: now() });
    const body = { text: `Hello from ${mark}`, examples: {} };
    await put('templates', {
      ...{ id: ids.templates, account_id: ids.accounts, name: mark, language: 'en', category: 'utility' },
      ...{ status: 'approved', remote_id: digits, created_at, updated_at },
      content: json({ header: { kind: 'none' }, body, footer: null, buttons: [] }),
    });
    await put('conversations', {
      ...{ id: ids.conversations, number_id: ids.numbers, contact_id: ids.contacts, in_inbox: true },
      ...{ unread_count: 1, last_message_at: now(), last_message_preview: mark, created_at },
      window_closes_at: new Date(now().getTime() + 3_600_000),
    });
    const parts = { conversation_id: ids.conversations, contact_id: ids.contacts, number_id: ids.numbers };
    const text = json({ type: 'text', text: mark });
    const message = { direction: 'in', kind: 'text', content: text, state: 'received', at: now() };
    await put('messages', { id: ids.messages, ...parts, ...message });
    await put('message_media', { message_id: ids.messages, state: 'failed', failure: mark, media_id: '1' });
    await put('ad_pictures', {
      ...{ message_id: ids.messages, state: 'ready', file_id: ids.files, asked_at: now() },
    });
    await put('campaigns', {
      ...{ id: ids.campaigns, name: mark, state: 'draft', created_at, updated_at },
      ...{ number_id: ids.numbers, template_id: ids.templates },
      audience: json({ listIds: [ids.lists], contactIds: [], everyone: false, requireConsent: false }),
    });
    const recipient = { state: 'failed', reason: 'unknown', reason_text: mark };
    await put('campaign_recipients', { campaign_id: ids.campaigns, contact_id: ids.contacts, ...recipient });
    await put('pipelines', { id: ids.pipelines, name: mark, position: 1, created_at });
    const ends = [
      ...[{ id: ids.stages, kind: 'open', probability: 10, name: `first ${mark}` }],
      ...[{ id: newId(), kind: 'won', probability: 100, name: `won ${mark}` }],
      ...[{ id: newId(), kind: 'lost', probability: 0, name: `lost ${mark}` }],
    ];
    for (const stage of ends)
      await put('stages', { ...stage, pipeline_id: ids.pipelines, position: 1, created_at });
    await put('deals', {
      ...{ id: ids.deals, title: mark, pipeline_id: ids.pipelines, stage_id: ids.stages, place: 0 },
      ...{ owner_id: member, amount: 1000, currency: 'EUR', reference: mark, state: 'open', version: 1 },
      ...{ stage_since: now(), created_by: json({ kind: 'system', name: mark }), created_at, updated_at },
    });
    await put('deal_contacts', { deal_id: ids.deals, contact_id: ids.contacts, position: 0 });
    await put('conversion_events', {
      ...{ id: newId(), deal_id: ids.deals, contact_id: ids.contacts, kind: 'lead', state: 'received' },
      ...{ detail: mark, happened_at: now(), created_at, settled_at: now() },
    });
    const key = { prefix: 'rnd_xxxxxxxx', secret_hash: ids.apiKeys, scopes: ['contacts:read'], created_at };
    await put('api_keys', { id: ids.apiKeys, name: mark, ...key });
    const expires_at = new Date(now().getTime() + 86_400_000);
    const invitation = { role: 'owner', token_hash: ids.invitations, created_at, expires_at };
    await put('invitations', { id: ids.invitations, email: `${mark}@example.com`, ...invitation });
  });
  return ids;
}

/** Everything that a workspace holds, as one text: equal before and after means that nothing was touched. */
export async function everythingIn(
  { db }: Pick<Services, 'db'>,
  workspaceId: string,
): Promise<Record<string, string>> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.workspace_id', $1, true)", [workspaceId]);
    query ??= await readEverything(client);
    // Under a name it is planned once: that takes longer than reading the few rows.
    const { rows } = await client.query<{ name: string; text: string }>({
      name: 'everything',
      text: query,
      values: [workspaceId],
    });
    return Object.fromEntries(rows.map(({ name, text }) => [name, text]));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

let query: string | undefined;

/** All test databases have the same tables. */
async function readEverything(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(table_name) as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by 1`);
  const each = rows.map(({ name }) => {
    const rowsOf = "coalesce(string_agg(t::text, E'\\n' order by t::text), '')";
    return `select '${name}' as name, ${rowsOf} as text from ${name} t where workspace_id = $1`;
  });
  return each.join(' union all ');
}
