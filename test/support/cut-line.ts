// A line to the database that can be cut and mended: for tests of outages.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { openDatabase } from '#db/database.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export type CutLine = TestDatabase & {
  /** Breaks all connections and takes no new ones. */
  cut(): void;
  mend(): void;
};

/** A test database behind a line of its own. */
export async function databaseBehindLine(poolSize = 10): Promise<CutLine> {
  const real = await createTestDatabase(1);
  const { hostname, port } = new URL(real.url);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(real.url);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const db = openDatabase({ url: url.href, poolSize });
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    db,
    cut,
    mend: () => {
      isCut = false;
    },
    async drop() {
      await db.close();
      cut();
      await new Promise((closed) => server.close(closed));
      await real.drop();
    },
  };
}
