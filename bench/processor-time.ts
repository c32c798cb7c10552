// How much processor time the parts of a bench have used, as Linux counts it; zeros elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const TICKS_PER_SECOND = 100;

export type ProcessorTime = { product: number; simulator: number; database: number };

/** Seconds since their starts. */
export function processorTime(pids: { product: number; simulator: number; database: number }): ProcessorTime {
  return {
    product: secondsOf(pids.product),
    simulator: secondsOf(pids.simulator),
    database:
      secondsOf(pids.database) + childrenOf(pids.database).reduce((sum, pid) => sum + secondsOf(pid), 0),
  };
}

/** Milliseconds per message or request between two looks. */
export function msEach(before: ProcessorTime, after: ProcessorTime, count: number): ProcessorTime {
  const each = (part: keyof ProcessorTime) =>
    Math.round(((after[part] - before[part]) / count) * 1_000_000) / 1_000;
  return { product: each('product'), simulator: each('simulator'), database: each('database') };
}

/** The process that all processes of a database server come from. */
export async function serverPid(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const parent = Number(stat(rows[0].pid)?.[1] ?? 0);
  await client.end();
  return parent;
}

/** Its own, and that of children who have ended. */
function secondsOf(pid: number): number {
  const fields = stat(pid);
  if (!fields) return 0;
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
}

function childrenOf(parent: number): number[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => Number(stat(pid)?.[1]) === parent);
  } catch {
    return [];
  }
}

/** The fields of /proc/PID/stat from the state on: 1 is the parent, 11–14 the times. */
function stat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
