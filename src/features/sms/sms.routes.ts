// The door by which SMS providers tell what became of SMS, and what people answered.
import { createHmac } from 'node:crypto';
import { setConsent } from '#features/contacts/contacts.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { safeEqual } from '#kit/secrets.ts';
import { readBytes } from '#operations/body-bytes.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import type { SmsNews } from './port.ts';
import { readNews } from './read-news.ts';
import type { SmsCall, SmsWatcher } from './sms.types.ts';
import { callbackSecret, signingPlace } from './sms-connection.ts';
import { changeSms, idsOfProvider } from './sms-outbox.store.ts';
import { readSettings } from './sms-settings.store.ts';

const LARGEST_BODY = 100_000;
const actor = { kind: 'system', name: 'sms' } as const;

export function smsRoutes(watcher: SmsWatcher): FeatureRoutes {
  return (app, { services }) => {
    app.post('/webhooks/sms/:workspaceId/:secret', { helmet: false }, async (request, reply) => {
      const { workspaceId, secret } = request.params as { workspaceId: string; secret: string };
      const refused = new AppError('unauthenticated', 'This is not the address of an SMS callback.');
      if (!isId(workspaceId) || !safeEqual(secret, callbackSecret(services, workspaceId))) throw refused;
      const body = await readBytes(request, LARGEST_BODY);
      await services.db.inWorkspace(workspaceId, async (tx) => {
        const call: SmsCall = { workspaceId, tx, now: now(), actor };
        const settings = await readSettings(call);
        if (!settings) throw refused;
        if (settings.signing_secret_sealed) {
          const key = services.secrets.open(settings.signing_secret_sealed, signingPlace(workspaceId));
          const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
          if (!safeEqual(String(request.headers['x-sms-signature'] ?? ''), signature)) throw refused;
        }
        await apply(call, watcher, readNews(parse(body, String(request.headers['content-type'] ?? ''))));
      });
      return reply.status(200).type('text/plain').send('ok');
    });
  };
}

/** JSON, or the fields of a form. */
function parse(body: Buffer, type: string): unknown {
  const text = body.toString('utf8');
  if (type.includes('form')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad_input', 'The body is neither JSON nor a form.');
  }
}

async function apply(call: SmsCall, watcher: SmsWatcher, news: SmsNews): Promise<void> {
  if (news.kind === 'status') {
    const ours =
      news.reference && isId(news.reference)
        ? news.reference
        : news.providerId && (await idsOfProvider(call, [news.providerId])).get(news.providerId);
    if (!ours) return;
    const { state, failure, providerId } = news;
    await watcher.moved(call, await changeSms(call, [{ id: ours, state, failure, providerId }]));
  }
  if (news.kind === 'received' && (await watcher.isStop(call, news.text))) {
    const digits = news.from.replaceAll(/\D/g, '');
    const contacts = await call.tx
      .selectFrom('contacts')
      .select('id')
      .where('workspace_id', '=', call.workspaceId)
      .where('phone', '=', `+${digits}`)
      .execute();
    await setConsent(
      call,
      contacts.map((contact) => contact.id),
      'unsubscribed',
      'stop word by SMS',
    );
  }
}
