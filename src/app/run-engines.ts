// Runs the engines, those that must never wait for others on connections of their own.
import { openDatabase } from '#db/database.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';

/** Resolves when all of them have ended, which they do when `signal` aborts. */
export async function runEngines(
  engines: readonly Engine[],
  services: Services,
  { databaseUrl, ...context }: Parameters<Engine['run']>[1] & { databaseUrl: string },
): Promise<void> {
  await Promise.all(
    engines.map(async (engine) => {
      if (!engine.connections) return engine.run(services, context);
      const db = openDatabase({
        url: databaseUrl,
        poolSize: engine.connections,
        name: `rondine ${engine.name}`,
      });
      try {
        await engine.run({ ...services, db }, context);
      } finally {
        await db.close();
      }
    }),
  );
}
