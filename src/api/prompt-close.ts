// A stop waits for answers under way, not for connections that browsers keep for later.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 50;

/**
 * Closes, when the server stops, the connections on which nothing was asked yet (Node takes them for busy), and each
 * other one as soon as its answer is out (Node closes only those that are idle when the stop begins).
 */
export function closePromptly(app: FastifyInstance): void {
  const { server } = app;
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    const closeWhatIsFree = () => {
      for (const socket of unused) socket.destroy();
      server.closeIdleConnections();
    };
    closeWhatIsFree();
    const looking = setInterval(closeWhatIsFree, LOOK_EVERY_MS);
    server.once('close', () => clearInterval(looking));
  });
}
