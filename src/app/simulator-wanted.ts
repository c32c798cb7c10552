// Finds out whether a real number is connected: then nothing simulated starts unless it is asked for.
import pg from 'pg';

export async function hasRealNumber(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=rondine_system' });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from whatsapp_accounts where not simulated limit 1');
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
