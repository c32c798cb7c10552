// npm run bench -- campaign-page [--people N] — pages about a campaign of a million people: the report, the list, recipients by figure.
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import type { Bench } from './bench.ts';
import { throwaway } from './throwaway.ts';
import { makeWorkspace } from './workspace.ts';

const PEOPLE = 1_000_000;
const LOOKS = 40;
/** So many of the last recipients are in each rare state: a page of them is found last by whoever walks all rows. */
const RARE = 3;
const SLOW_MS = 2_000;

const FILTERS = [
  ...(['sent', 'delivered', 'read', 'replied', 'clicked', 'link_clicked', 'opted_out'] as const),
  ...(['failed', 'excluded', 'waiting', 'queued', 'uncertain', 'accepted', 'cancelled'] as const),
] satisfies RecipientFilter[];

export const bench: Bench = {
  name: 'campaign-page',
  floor: 'one row by its key, in a transaction of the workspace',
  better: 'less',
  async run({ args, say }) {
    const options = { people: { type: 'string' } } as const;
    const people = Number(parseArgs({ args, strict: false, options }).values.people ?? PEOPLE);
    const place = await throwaway();
    try {
      const { id: workspaceId, client } = await makeWorkspace(place.services);
      const { id } = await client.campaigns.create({ name: 'To everybody' });
      const other = await client.campaigns.create({ name: 'To nobody' });
      say(`Writing ${people.toLocaleString('en')} recipients …`);
      await fill(place.url, place.adminUrl, { workspaceId, id, people });
      const asked: [string, () => Promise<unknown>][] = [
        ['get', () => client.campaigns.get({ id })],
        ['list', () => client.campaigns.list({})],
        ['compare', () => client.campaigns.compare({ ids: [id, other.id] })],
        ['recipients', () => client.campaigns.recipients({ id })],
        ...FILTERS.map((filter): [string, () => Promise<unknown>] => [
          `recipients ${filter}`,
          () => client.campaigns.recipients({ id, filter }),
        ]),
      ];
      const details: Record<string, unknown> = {};
      for (const [name, ask] of asked) {
        const times = await timed(ask);
        details[name] = times;
        say(`${name}: p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms`);
      }
      const floor = await timed(() =>
        place.services.db.inWorkspace(workspaceId, (tx) =>
          tx.selectFrom('campaigns').select('name').where('id', '=', id).execute(),
        ),
      );
      const { p95Ms } = details.get as Times;
      return {
        unit: 'ms (p95 of the report)',
        ours: p95Ms,
        floor: floor.p95Ms,
        details: { people, ...details },
      };
    } finally {
      await place.drop();
    }
  },
};

type Times = { p50Ms: number; p95Ms: number };

/** What takes seconds is not asked often. */
async function timed(ask: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
    if (look === 0) times.pop();
    if (look > 2 && times.at(-1)! > SLOW_MS) break;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Rows as a campaign leaves them, without its work: most read or delivered, the rare states at the end. */
async function fill(
  url: string,
  adminUrl: string,
  { workspaceId, id, people }: { workspaceId: string; id: string; people: number },
): Promise<void> {
  const target = new URL(adminUrl);
  target.pathname = new URL(url).pathname;
  const admin = new pg.Client({ connectionString: target.href });
  await admin.connect();
  const key = (kind: number) => `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const tail = (place: number) => `n > ${people - RARE * (place + 1)} and n <= ${people - RARE * place}`;
  const everybody = `from generate_series(1, ${people}) n`;
  try {
    // Keys to other tables hold by construction.
    await admin.query(`set session_replication_role = replica; set synchronous_commit = off`);
    await admin.query(`insert into contacts (workspace_id, id, phone, first_name, created_at, updated_at)
      select '${workspaceId}', ${key(1)}, '+3933' || lpad(n::text, 8, '0'), 'Ana', now(), now() ${everybody}`);
    await admin.query(`insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind,
        content, state, campaign_id, at)
      select '${workspaceId}', ${key(2)}, ${key(3)}, ${key(1)}, '${workspaceId}', 'out', 'template', '{}',
        case when ${tail(0)} then 'uncertain' when ${tail(1)} then 'accepted' when ${tail(2)} then 'queued'
          when n % 100 < 60 then 'read' when n % 100 < 99 then 'delivered' else 'sent' end, '${id}', now() ${everybody}`);
    await admin.query(`insert into campaign_recipients (workspace_id, campaign_id, contact_id, state, message_id,
        replied_at, clicked_at, link_clicked_at, opted_out_at)
      select '${workspaceId}', '${id}', ${key(1)},
        case when ${tail(3)} then 'failed' when ${tail(4)} then 'excluded' else 'started' end, ${key(2)},
        case when n % 10 = 0 then now() end, case when ${tail(5)} then now() end,
        case when ${tail(6)} then now() end, case when ${tail(7)} then now() end ${everybody}`);
    await admin.query(`insert into send_queue (workspace_id, message_id, number_id, contact_id, campaign_id, priority, due_at)
      select workspace_id, id, number_id, contact_id, campaign_id, 9, now() from messages where state = 'queued'`);
    await admin.query(`update campaigns set state = 'completed', started_at = now(), audience_count = ${people},
      read_count = ${people * 0.6}, delivered_count = ${people * 0.39}, sent_count = ${people * 0.01},
      replied_count = ${people / 10}, uncertain_count = ${RARE}, accepted_count = ${RARE}, queued_count = ${RARE}
      where id = '${id}'`);
    await admin.query('vacuum analyze contacts');
    await admin.query('vacuum analyze messages');
    await admin.query('vacuum analyze campaign_recipients');
  } finally {
    await admin.end();
  }
}
