// The public door of short links: leads on, and notes the call unless it is abuse.
import { fillPlaceholders, placeholderValues, readContacts } from '#features/contacts/contacts.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import type { Services } from '#operations/services.ts';
import { allowancePerMinute } from './allowance.ts';
import { followerOf } from './follower.ts';
import { type LinkCode, readLinkCode } from './link-code.ts';
import { type FoundLink, insertHits, linkOfNumber } from './links.store.ts';

const log = logger('links');
/** Of one address: whoever tries codes is stopped. */
const WRONG_CODES_PER_MINUTE = 30;
/** Of one code: more calls lead on and are not noted. */
const NOTED_PER_MINUTE = 20;
const MOST_KNOWN = 5_000;

export const linksRoutes: FeatureRoutes = (app, { services }) => {
  const wrongCodes = allowancePerMinute(WRONG_CODES_PER_MINUTE);
  const noted = allowancePerMinute(NOTED_PER_MINUTE);
  /** A link never changes. */
  const known = new Map<number, FoundLink>();

  async function find(number: number): Promise<FoundLink | null> {
    const cached = known.get(number);
    if (cached) return cached;
    const found = await services.db.asSystem((tx) => linkOfNumber(tx, number));
    if (found) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(number, found);
    }
    return found;
  }

  app.route({
    method: ['GET', 'HEAD'],
    url: '/l/:code',
    // Many customers share the address of their mobile network: only wrong codes are counted by address.
    config: { rateLimit: false },
    async handler(request, reply) {
      reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow');
      const text = (request.params as { code: string }).code;
      const code = readLinkCode(text);
      const link = code && (await find(code.number));
      if (!code || !link) {
        const patience = wrongCodes.spend(request.ip);
        return reply
          .status(patience ? 404 : 429)
          .type('text/plain; charset=utf-8')
          .send(patience ? 'This link leads nowhere.' : 'Too many wrong links. Try again in a minute.');
      }
      const hit = followerOf(request.method, request.headers);
      if (noted.spend(text))
        await services.db
          .asSystem((tx) =>
            insertHits(tx, [
              {
                ...hit,
                id: newId(),
                workspaceId: link.workspaceId,
                linkId: link.id,
                messageId: code.messageId,
                at: now(),
              },
            ]),
          )
          // Who taps is to arrive; the tap is lost.
          .catch((error) => log.error({ err: error }, 'a tap on a link could not be noted'));
      return reply.redirect(await destinationFor(services, link, code), 302);
    },
  });
};

/** With the values of the person whom the message went to; without them when the message is gone. */
async function destinationFor(services: Services, link: FoundLink, code: LinkCode): Promise<string> {
  if (!link.destination.includes('%%')) return link.destination;
  const values = await services.db.inWorkspace(link.workspaceId, async (tx) => {
    const call = { tx, workspaceId: link.workspaceId };
    const found = await tx
      .selectFrom('messages as m')
      .innerJoin('workspaces as w', 'w.id', 'm.workspace_id')
      .select(['m.contact_id', 'w.name'])
      .where('m.workspace_id', '=', link.workspaceId)
      .where('m.id', '=', code.messageId)
      .executeTakeFirst();
    const contact = found && (await readContacts(call, [found.contact_id])).get(found.contact_id);
    return contact ? placeholderValues(contact, found.name) : {};
  });
  const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]);
  return fillPlaceholders(link.destination, Object.fromEntries(encoded)).text;
}
