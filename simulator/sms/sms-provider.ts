// An SMS provider as many are: one POST with a bearer token, a status to ask for, signed receipts.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { playFaults } from '../graph/planned-faults.ts';
import type { Sms, SmsAccount } from '../world/sms-desk.ts';
import type { World } from '../world/world.ts';
import { carrySms } from './sms-life.ts';
import { smsFateOf } from './sms-magic.ts';
import { smsParts } from './sms-parts.ts';

const MOST_PARTS = 10;

class SmsRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter?: number;

  constructor(refusal: { status: number; code: string; message: string; retryAfter?: number }) {
    super(refusal.message);
    this.status = refusal.status;
    this.code = refusal.code;
    this.retryAfter = refusal.retryAfter;
  }
}

export function smsProvider(app: FastifyInstance, world: World): void {
  playFaults(app, world, '/_sms');
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const known = error instanceof SmsRefusal ? error : undefined;
    if (known?.retryAfter !== undefined) void reply.header('retry-after', String(known.retryAfter));
    const code = known?.code ?? 'invalid_request';
    return reply
      .code(known?.status ?? error.statusCode ?? 400)
      .send({ error: { code, message: error.message } });
  });

  app.post('/_sms', async (request, reply) => {
    const account = accountOf(world, request);
    const wish = readWish(request.body);
    const before = world.settings.sms.rememberReferences
      ? world.sms.known(account, wish.reference)
      : undefined;
    if (before) return reply.code(200).send({ ...shown(before), duplicate: true });
    const refused = smsFateOf(wish.to)?.refused;
    if (refused) throw new SmsRefusal(refused);
    const sms = world.sms.take(account, { ...wish, at: new Date(world.clock.now()).toISOString() });
    world.feed.tell({ kind: 'mail' });
    carrySms(world, sms);
    return reply.code(202).send(shown(sms));
  });

  app.get<{ Params: { id: string } }>('/_sms/:id', async (request) => {
    const sms = world.sms.find(accountOf(world, request), request.params.id);
    if (!sms) throw new SmsRefusal({ status: 404, code: 'not_found', message: 'There is no such SMS.' });
    return shown(sms);
  });
}

function accountOf(world: World, request: FastifyRequest): SmsAccount {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const account = world.sms.account(token);
  if (account) return account;
  throw new SmsRefusal({ status: 401, code: 'unauthorized', message: 'The bearer token is not known.' });
}

function readWish(body: unknown): Omit<Sms, 'id' | 'token' | 'status' | 'at'> {
  const { to, text, from, reference, callback_url } = (body ?? {}) as Record<string, unknown>;
  const wrong = (code: string, message: string) => new SmsRefusal({ status: 400, code, message });
  if (typeof to !== 'string' || !/^\+?[0-9 ()-]{5,25}$/.test(to))
    throw wrong('invalid_number', '"to" must be a phone number with country code.');
  if (typeof text !== 'string' || text === '') throw wrong('invalid_request', 'Give a "text".');
  const parts = smsParts(text);
  if (parts > MOST_PARTS) throw wrong('text_too_long', `The text needs more than ${MOST_PARTS} parts.`);
  for (const [name, value] of Object.entries({ from, reference, callback_url })) {
    if (value !== undefined && value !== null && typeof value !== 'string')
      throw wrong('invalid_request', `"${name}" must be text.`);
  }
  if (typeof from === 'string' && !/^(?:\+?\d{3,15}|[\w .&-]{1,11})$/.test(from))
    throw wrong('invalid_sender', '"from" must be a number, or at most 11 letters and digits.');
  if (typeof callback_url === 'string' && !URL.canParse(callback_url))
    throw wrong('invalid_request', '"callback_url" must be a web address.');
  return {
    to,
    text,
    parts,
    from: (from as string | null | undefined) ?? undefined,
    reference: (reference as string | null | undefined) ?? undefined,
    callbackUrl: (callback_url as string | null | undefined) ?? undefined,
  };
}

function shown(sms: Sms) {
  const { id, status, to, parts, reference, error } = sms;
  return { id, status, to, parts, reference: reference ?? null, error: error ?? null };
}
