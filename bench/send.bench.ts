// npm run bench -- send [--count N] [--rate N|max] [--lively] — a campaign from its first message until every status of every message is accounted for.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Services } from '#operations/services.ts';
import { startAnyway } from '../test/support/guardian.ts';
import { bareCalls, CONCURRENCY } from './bare-calls.ts';
import type { Bench } from './bench.ts';
import { msEach, type ProcessorTime, processorTime, serverPid } from './processor-time.ts';
import { profiling, startProduct } from './product.ts';
import { type BenchSimulator, behave, keysOf, startSimulator } from './simulator.ts';
import { dearestStatements, resetStatements, STATEMENT_SETTINGS } from './statements.ts';
import { type Throwaway, throwaway } from './throwaway.ts';
import { addPeople, makeTemplate, makeWorkspace } from './workspace.ts';

const DEFAULT_RATE = 1_000;
const SECONDS = 60;
/** Far above what can be reached: measures the product, not a number's limit. */
const NO_LIMIT = 100_000;
const LIVELY = {
  sent: [30, 80],
  delivered: [200, 2_000],
  read: [1_000, 20_000],
} satisfies Record<string, [number, number]>;

export const bench: Bench = {
  name: 'send',
  floor: `a bare loop of HTTP calls, ${CONCURRENCY} at once, and a server that throws the statuses away`,
  better: 'more',
  async run({ args, say }) {
    const { values } = parseArgs({
      args,
      strict: false,
      options: { count: { type: 'string' }, rate: { type: 'string' }, profile: { type: 'string' } },
    });
    const statements = args.includes('--statements');
    const rate = values.rate === 'max' ? NO_LIMIT : Number(values.rate ?? DEFAULT_RATE);
    const count = Number(values.count ?? Math.min(rate, DEFAULT_RATE) * SECONDS);
    const lively = args.includes('--lively');
    const simulator = await startSimulator(profiling(values.profile as string | undefined));
    try {
      await behave(simulator, { ratePerSecond: NO_LIMIT });
      const calls = Math.min(count, 20_000);
      say(`Floor: ${calls} bare calls …`);
      const floor = await bareCalls(simulator, calls);
      await behave(simulator, { ratePerSecond: rate, ...(lively ? { delays: LIVELY } : {}) });
      say(`Ours: a campaign to ${count} people, ${rate === NO_LIMIT ? 'no limit' : `${rate}/s`} …`);
      const run = await runCampaign(
        simulator,
        { count, rate, statements, profileDir: values.profile as string },
        say,
      );
      const account = await accountOf(simulator);
      return {
        unit: 'messages/s',
        ours: count / (run.sentAt - run.firstAt),
        floor,
        details: {
          messages: count,
          numberPerSecond: rate === NO_LIMIT ? null : rate,
          shareOfLimit: rate === NO_LIMIT ? null : round(count / (run.sentAt - run.firstAt) / rate, 4),
          secondsToFirst: round(run.firstAt),
          secondsSending: round(run.sentAt - run.firstAt),
          steadyPerSecond: run.steady,
          slowestTenSeconds: run.slowest,
          secondsFromLastWebhookToAllAccounted: round(run.accountedAt - run.lastWebhookAt),
          perSecondUntilAllAccounted: Math.round(count / (run.accountedAt - run.firstAt)),
          productMemoryMb: run.memory,
          processorMsPerMessage: run.processor,
          figures: run.figures,
          simulator: account,
        },
      };
    } finally {
      await simulator.stop();
    }
  },
};

/** The simulator's own count. */
async function accountOf(simulator: BenchSimulator): Promise<Record<string, number>> {
  const { phone_numbers } = await keysOf(simulator);
  return simulator.control(`/account?phone_number_id=${phone_numbers[0]!.id}`);
}

type Figures = {
  waiting: number;
  queued: number;
  accepted: number;
  sent: number;
  delivered: number;
  read: number;
};

type Run = {
  /** Seconds since the campaign was started. */
  firstAt: number;
  sentAt: number;
  lastWebhookAt: number;
  accountedAt: number;
  /** Messages per second without the first and the last second of sending. */
  steady: number;
  /** Messages per second in the slowest ten seconds. */
  slowest: number;
  memory: number[];
  processor: ProcessorTime;
  figures: Figures;
};

type Wishes = { count: number; rate: number; statements: boolean; profileDir?: string };

async function runCampaign(
  simulator: BenchSimulator,
  { count, rate, statements, profileDir }: Wishes,
  say: (line: string) => void,
): Promise<Run> {
  const place = await throwaway(simulator.address, statements ? STATEMENT_SETTINGS : {});
  const { services } = place;
  const product = await startProduct(place, simulator.address, profileDir);
  services.publicUrl = product.url;
  try {
    const { id: workspaceId, client } = await makeWorkspace(services);
    await client.numbers.connectSimulator({});
    const templateId = await makeTemplate(client);
    await addPeople(services, workspaceId, count);
    await services.db.inWorkspace(workspaceId, (tx) =>
      tx.updateTable('numbers').set({ throughput_per_second: rate }).execute(),
    );
    const { id } = await client.campaigns.create({
      name: 'Bench',
      templateId,
      audience: { listIds: [], contactIds: [], everyone: true, requireConsent: false },
    });
    if (statements) await resetStatements(databaseOf(place));
    const pids = {
      product: product.pid,
      simulator: simulator.pid,
      database: await serverPid(place.adminUrl),
    };
    const before = processorTime(pids);
    const began = performance.now();
    await startAnyway(client, id);
    const run = await watch(simulator, services, workspaceId, count, began, say);
    const processor = msEach(before, processorTime(pids), count);
    if (statements) for (const line of await dearestStatements(databaseOf(place))) say(JSON.stringify(line));
    const every = Math.ceil(product.memory.length / 12);
    return {
      ...run,
      memory: product.memory.filter((_, second) => second % every === 0),
      processor,
    };
  } finally {
    await product.stop();
    await place.drop();
  }
}

/** Its address for the superuser. */
function databaseOf({ url, adminUrl }: Throwaway): string {
  const address = new URL(adminUrl);
  address.pathname = new URL(url).pathname;
  return address.href;
}

/** Looks four times a second, as a person's page would, until all is accounted for. */
async function watch(
  simulator: BenchSimulator,
  services: Services,
  workspaceId: string,
  count: number,
  began: number,
  say: (line: string) => void,
): Promise<Omit<Run, 'memory' | 'processor'>> {
  const elapsed = () => (performance.now() - began) / 1000;
  const samples: { at: number; left: number }[] = [];
  const moments = { firstAt: 0, sentAt: 0, lastWebhookAt: 0, accountedAt: 0 };
  let told = 0;
  for (;;) {
    await new Promise((done) => setTimeout(done, 250));
    const figures = await figuresOf(services, workspaceId);
    const { accepted, sent, delivered, read } = figures;
    const left = accepted + sent + delivered + read;
    const at = elapsed();
    samples.push({ at, left });
    if (!moments.firstAt && left > 0) moments.firstAt = samples.at(-2)?.at ?? 0;
    if (!moments.sentAt && left === count) moments.sentAt = at;
    if (!moments.accountedAt && read === count) moments.accountedAt = at;
    if (moments.sentAt && !moments.lastWebhookAt) {
      const { webhooksPending } = await simulator.control<{ webhooksPending: number }>('/health');
      const { read: readThere } = await accountOf(simulator);
      if (readThere === count && webhooksPending === 0) moments.lastWebhookAt = at;
    }
    if (at - told > 5) {
      told = at;
      say(`  ${at.toFixed(0).padStart(3)} s: sent ${left}, read ${read}`);
    }
    if (moments.lastWebhookAt && moments.accountedAt)
      return { ...moments, slowest: slowest(samples), steady: steady(samples, count / 60), figures };
    if (at > 600) throw new Error(`Not finished after 600 s: ${JSON.stringify(figures)}`);
  }
}

/** From when `edge` messages had left until only so many were to go. */
function steady(samples: readonly { at: number; left: number }[], edge: number): number {
  const first = samples.find(({ left }) => left >= edge)!;
  const last = samples.findLast(({ left }) => left <= samples.at(-1)!.left - edge)!;
  return Math.round((last.left - first.left) / (last.at - first.at));
}

function slowest(samples: readonly { at: number; left: number }[]): number {
  const first = samples.findIndex(({ left }) => left > 0);
  const last = samples.findIndex(({ left }) => left === samples.at(-1)!.left);
  const rates: number[] = [];
  for (let from = first; from >= 0 && from + 40 < last; from += 1) {
    const [a, b] = [samples[from]!, samples[from + 40]!];
    rates.push((b.left - a.left) / (b.at - a.at));
  }
  return Math.round(Math.min(...rates));
}

async function figuresOf({ db }: Services, workspaceId: string): Promise<Figures> {
  const { rows } = await db.inWorkspace(workspaceId, (tx) =>
    sql<Figures>`
      select waiting_count as waiting, queued_count as queued, accepted_count as accepted, sent_count as sent,
        delivered_count as delivered, read_count as read from campaigns`.execute(tx),
  );
  return rows[0]!;
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
