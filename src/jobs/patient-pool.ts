// The queue's connections: what the database does not answer because it is away is asked again, not given up.
import pg from 'pg';

/** graphile-worker asks again for errors with this code, and leaves all others of a broken line unhandled. */
const ASK_AGAIN = 'ETIMEDOUT';
/** SQLSTATE classes of a server that goes away or comes up: 08 connection exception, 57P operator intervention. */
const SERVER_AWAY = /^(08|57P)/;

export type PatientPool = { pool: pg.Pool; end(): Promise<void> };

/**
 * A pool for the job queue alone. The queue notes the end of a job without waiting for the answer: an error there that
 * it does not take for passing would end the process.
 */
export function patientPool(url: string, size: number): PatientPool {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'rondine jobs' });
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.query = patient(client.query.bind(client)) as typeof client.query;
  });
  let ended = false;
  const connect = patient(pool.connect.bind(pool)) as typeof pool.connect;
  pool.connect = ((...args: Parameters<typeof pool.connect>) =>
    // Whoever still asks when all is over would ask for ever; the next process takes up what was left.
    ended ? new Promise<never>(() => {}) : connect(...args)) as typeof pool.connect;
  return {
    pool,
    async end() {
      ended = true;
      await pool.end();
    },
  };
}

function patient(ask: (...args: never[]) => unknown): (...args: never[]) => unknown {
  return (...args) => {
    const answer = ask(...args);
    return answer instanceof Promise ? answer.catch(passing) : answer;
  };
}

function passing(error: unknown): never {
  const ofServer = error instanceof pg.DatabaseError && !SERVER_AWAY.test(error.code ?? '');
  if (error instanceof Error && !ofServer) Object.assign(error, { code: ASK_AGAIN });
  throw error;
}
