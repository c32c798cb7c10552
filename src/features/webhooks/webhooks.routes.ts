// The door that WhatsApp's webhooks come in by: handshake, signature, durable before the answer.
import { raise } from '#events/signals.ts';
import { webhookAddress } from '#features/numbers/numbers.ts';
import { now, sleep } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import { readBytes } from '#operations/body-bytes.ts';
import type { FeatureRoutes, QuickHandler } from '#operations/door.ts';
import type { Services } from '#operations/services.ts';
import { answerHandshake } from '#whatsapp/cloud-api/handshake.ts';
import { signatureHolds } from '#whatsapp/cloud-api/signature.ts';
import { gather } from './gather.ts';
import { recentBodiesOf } from './recent-bodies.ts';
import { type Signer, signers } from './signers.ts';
import { splitByAccount } from './split-by-account.ts';
import { insertBodies, type NewBody } from './webhooks.store.ts';

const log = logger('webhooks');
const ADDRESS = '/webhooks/whatsapp';
/** Meta sends up to 3 MB. */
const LARGEST_BODY = 4_000_000;
const SIGNAL_AFTER_MS = 10;
/** In a crowd: whoever reads looks for more by itself. */
const SIGNAL_AT_MOST_EVERY_MS = 100;

/** The topic raised with the workspace's id when bodies wait to be read. */
export const WEBHOOKS_TOPIC = 'webhooks';

export const webhooksRoutes: FeatureRoutes = (app, { services, quickly }) => {
  const known = signers(services);
  const tell = teller(services);
  const store = gather<NewBody>({
    write: async (bodies) => {
      await insertBodies(services.db, bodies);
      const recent = recentBodiesOf(services);
      for (const { id, workspaceId, receivedAt, body } of bodies) {
        recent?.keep(id, { receivedAt, body });
        tell(workspaceId);
      }
    },
    sizeOf: ({ body }) => body.length,
    mostItems: 500,
    mostSize: 8_000_000,
    writers: 2,
    lingerMs: 30,
  });

  app.get(ADDRESS, { helmet: false }, async (request, reply) => {
    const { verifyToken } = webhookAddress(services);
    const answer = answerHandshake(request.query as Record<string, unknown>, verifyToken);
    return reply.status(answer.status).type('text/plain').send(answer.body);
  });

  const receive: QuickHandler = async (request) => {
    const body = await readBytes({ raw: request }, LARGEST_BODY);
    const signature = request.headers['x-hub-signature-256'];
    const parts = splitByAccount(body);
    const accounts = await known.of(parts.map(({ wabaId }) => wabaId));
    const signed = accounts.filter((account) =>
      signatureHolds(body, typeof signature === 'string' ? signature : undefined, account.appSecret),
    );
    if (signed.length === 0) {
      log.warn(
        { accounts: parts.length, known: accounts.length },
        'a webhook without a valid signature was refused',
      );
      throw new AppError('unauthenticated', 'The signature does not fit a connected account.');
    }
    const receivedAt = now();
    const bodyOf = new Map(parts.map((part) => [part.wabaId, part.body]));
    await Promise.all(
      signed.map((account) => store.add(toRow(account, bodyOf.get(account.wabaId)!, receivedAt))),
    );
  };
  quickly(ADDRESS, receive);
  app.post(ADDRESS, { helmet: false }, async (request, reply) => {
    await receive(request.raw);
    return reply.status(200).type('text/plain').send('ok');
  });
};

function toRow({ workspaceId, accountId }: Signer, body: Buffer, receivedAt: Date): NewBody {
  return { workspaceId, accountId, id: newId(), receivedAt, body };
}

/** Tells the reader of waiting bodies, many of them with one signal. */
function teller(services: Services): (workspaceId: string) => void {
  let waiting = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  return (workspaceId) => {
    const first = waiting.size === 0;
    waiting.add(workspaceId);
    if (!first) return;
    void sleep(Math.max(SIGNAL_AFTER_MS, last + SIGNAL_AT_MOST_EVERY_MS - performance.now())).then(
      async () => {
        const workspaces = waiting;
        waiting = new Set();
        last = performance.now();
        // A lost signal costs a moment: the reader also looks by itself.
        await raise(services.db, WEBHOOKS_TOPIC, workspaces).catch((error) =>
          log.warn({ err: error }, 'signal lost'),
        );
      },
    );
  };
}
