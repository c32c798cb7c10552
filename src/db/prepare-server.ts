// Makes the product's own database and login on an embedded server, whose superuser stays out of daily work.
import pg from 'pg';

const LOGIN = 'rondine';

/** Returns the address that the product uses. `database` is made when it is missing. */
export async function prepareServer(adminUrl: string, database = LOGIN): Promise<string> {
  const url = new URL(adminUrl);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [LOGIN]);
    const verb = rows.length > 0 ? 'alter' : 'create';
    await client.query(
      `${verb} role ${LOGIN} login createrole password ${client.escapeLiteral(decodeURIComponent(url.password))}`,
    );
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rows.length === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${LOGIN}`);
  } finally {
    await client.end();
  }
  url.username = LOGIN;
  url.pathname = `/${database}`;
  return url.href;
}
