// What the database spent its time on during a bench: the dearest statements, by pg_stat_statements.
import pg from 'pg';

/** The server must have been started with these. */
export const STATEMENT_SETTINGS = { shared_preload_libraries: 'pg_stat_statements' };

export type Statement = { totalMs: number; calls: number; rows: number; text: string };

export async function resetStatements(url: string): Promise<void> {
  await ask(url, 'create extension if not exists pg_stat_statements; select pg_stat_statements_reset()');
}

export async function dearestStatements(url: string, most = 30): Promise<Statement[]> {
  return ask(
    url,
    `select round(total_exec_time + total_plan_time)::int as "totalMs", calls::int, rows::int,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as text
    from pg_stat_statements order by total_exec_time + total_plan_time desc limit ${most}`,
  );
}

async function ask(url: string, text: string): Promise<Statement[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer = await client.query(text);
    return answer.rows ?? [];
  } finally {
    await client.end();
  }
}
