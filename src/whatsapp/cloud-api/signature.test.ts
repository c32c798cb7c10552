// Signature and handshake of webhooks.

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerHandshake } from './handshake.ts';
import { signatureHolds } from './signature.ts';

const sign = (body: Uint8Array, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('signature', () => {
  it('holds for any body signed with the secret, and for no other body, secret or signature', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.string({ minLength: 1 }),
        (body, secret, spot, other) => {
          const header = sign(body, secret);
          expect(signatureHolds(body, header, secret)).toBe(true);
          const changed = Uint8Array.from([...body, 0]);
          if (body.length > 0) changed[spot % body.length] = ((body[spot % body.length] ?? 0) + 1) % 256;
          expect(signatureHolds(changed, header, secret)).toBe(false);
          if (other !== secret) expect(signatureHolds(body, header, other)).toBe(false);
          const digit = 7 + (spot % 64);
          const flipped =
            header.slice(0, digit) + (header[digit] === '0' ? '1' : '0') + header.slice(digit + 1);
          expect(signatureHolds(body, flipped, secret)).toBe(false);
        },
      ),
    );
  });

  it('never throws on a header that is not one', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (header) => {
        expect(signatureHolds(Buffer.from('{}'), header, 'secret')).toBe(false);
      }),
    );
  });

  it('is over the raw bytes: the same JSON written otherwise does not hold', () => {
    const escaped = Buffer.from('{"name":"Luc\\u00eda","url":"https:\\/\\/x"}');
    const plain = Buffer.from(JSON.stringify(JSON.parse(escaped.toString())));
    const header = sign(escaped, 's');
    expect(signatureHolds(escaped, header, 's')).toBe(true);
    expect(signatureHolds(plain, header, 's')).toBe(false);
  });

  it('does not hold with an empty secret', () => {
    expect(signatureHolds(Buffer.from('x'), sign(Buffer.from('x'), ''), '')).toBe(false);
  });
});

describe('handshake', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'mine' };

  it('answers the bare challenge to the right token', () => {
    expect(answerHandshake(query, 'mine')).toEqual({ status: 200, body: '1158201444' });
  });

  it.each([
    ['a wrong token', { ...query, 'hub.verify_token': 'yours' }],
    ['a wrong mode', { ...query, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'mine' }],
    ['markup as challenge', { ...query, 'hub.challenge': '<script>' }],
    ['a repeated parameter', { ...query, 'hub.verify_token': ['mine', 'mine'] }],
    ['nothing', {}],
  ])('refuses %s', (_name, wrong) => {
    expect(answerHandshake(wrong, 'mine').status).toBe(403);
  });

  it('refuses everything while no token is set', () => {
    expect(answerHandshake({ ...query, 'hub.verify_token': '' }, '').status).toBe(403);
  });
});
