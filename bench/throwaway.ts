// A migrated database and services for a bench, on an embedded server that is gone afterwards.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#app/config.ts';
import { makeServices } from '#app/run.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { prepareServer } from '#db/prepare-server.ts';
import type { Services, SimulatorAddress } from '#operations/services.ts';

export const MASTER_KEY = Buffer.alloc(32, 1);

export type Throwaway = {
  url: string;
  /** For the superuser. */
  adminUrl: string;
  dataDir: string;
  services: Services;
  /** Counts what the tables hold, as the server does by itself some time after they were filled. */
  analyze(): Promise<void>;
  /** Stops the server; what it held is still in its folder. */
  stop(): Promise<void>;
  drop(): Promise<void>;
};

/**
 * The server keeps its promises (fsync on): what is measured is what a user gets. `folder`: where it lives, also if
 * it was made there before; none: a new one.
 */
export async function throwaway(
  simulator: SimulatorAddress | null = null,
  settings: Record<string, string> = {},
  folder: string = mkdtempSync(join(tmpdir(), 'rondine-bench-')),
): Promise<Throwaway> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const server = await startEmbedded(dataDir, settings);
  const url = await prepareServer(server.adminUrl);
  await migrate(url);
  const services = makeServices({
    config: readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }),
    databaseUrl: url,
    masterKey: MASTER_KEY,
    publicUrl: 'http://127.0.0.1:4000',
    smtpUrl: undefined,
    simulator,
    webFolder: undefined,
  });
  return {
    url,
    adminUrl: server.adminUrl,
    dataDir,
    services,
    async analyze() {
      const target = new URL(server.adminUrl);
      target.pathname = new URL(url).pathname;
      const admin = new pg.Client({ connectionString: target.href });
      await admin.connect();
      await admin.query('vacuum analyze').finally(() => admin.end());
    },
    async stop() {
      await services.db.close();
      await server.stop();
    },
    async drop() {
      await services.db.close();
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
