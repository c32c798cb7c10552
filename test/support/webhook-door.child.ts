// The webhook door in a process of its own, over a given database, to be killed; tells its port by IPC.
import Fastify from 'fastify';
import { openDatabase } from '#db/database.ts';
import { webhooksRoutes } from '#features/webhooks/webhooks.routes.ts';
import type { Door } from '#operations/door.ts';
import { testServices } from './workspace.ts';

const url = process.argv[2]!;
const db = openDatabase({ url, poolSize: 4 });
const services = testServices({ url, db, drop: async () => {} });
const app = Fastify();
await app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null, undefined));
  // Without a quick way in: the route does the same.
  await webhooksRoutes(scope, { services, quickly: () => {} } as unknown as Door);
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.((app.server.address() as { port: number }).port);
