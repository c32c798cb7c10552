// Conversion events as Meta wants them written, and what its answers mean.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphReply } from './client.ts';
import { outcomeOf } from './conversion-calls.ts';
import { plainFailure, readFailure } from './failures.ts';
import { normalEmail, normalPhone, writeConversionEvent } from './write-conversion-event.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const event = {
  id: '0198c0de-0000-7000-8000-000000000002',
  kind: 'purchase' as const,
  at: new Date('2026-03-12T15:20:00.900Z'),
  clickId: 'ARAkLm-_x',
  phone: '+39 333 123 0001',
  email: ' Anna.Verdi@Example.COM ',
  worth: { value: 1250.5, currency: 'EUR' },
};

describe('an event', () => {
  it('has Meta’s name, seconds, people hashed after they were made normal, and click id and account plain', () => {
    expect(writeConversionEvent(event, '1020000000000001')).toEqual({
      event_name: 'Purchase',
      event_time: 1_773_328_800,
      event_id: event.id,
      action_source: 'business_messaging',
      messaging_channel: 'whatsapp',
      user_data: {
        whatsapp_business_account_id: '1020000000000001',
        ctwa_clid: 'ARAkLm-_x',
        ph: [sha256('393331230001')],
        em: [sha256('anna.verdi@example.com')],
      },
      custom_data: { currency: 'EUR', value: 1250.5 },
    });
  });

  it('calls a lead LeadSubmitted and says nothing that is not known', () => {
    const bare = { ...event, kind: 'lead' as const, clickId: null, email: null, worth: null };
    expect(writeConversionEvent(bare, '1')).toMatchObject({
      event_name: 'LeadSubmitted',
      user_data: { whatsapp_business_account_id: '1', ph: [sha256('393331230001')] },
    });
    expect(writeConversionEvent(bare, '1')).not.toHaveProperty('custom_data');
    expect(Object.keys((writeConversionEvent(bare, '1') as { user_data: object }).user_data)).toHaveLength(2);
  });

  it('knows a person whatever way phone and e-mail are spelt', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{6,14}$/),
        fc.array(fc.constantFrom(' ', '-', '.', '(')),
        (digits, noise) => {
          const spelt = `+00${[...digits].map((digit, i) => digit + (noise[i] ?? '')).join('')}`;
          expect(normalPhone(spelt)).toBe(digits);
          expect(normalPhone(normalPhone(spelt))).toBe(digits);
        },
      ),
    );
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(normalEmail(` ${email.toUpperCase()} `)).toBe(normalEmail(email));
      }),
    );
  });
});

describe('an answer', () => {
  const refused = (code: number, subcode?: number, isTransient = false): GraphReply => ({
    result: 'refused',
    failure: readFailure({ code, ...(subcode ? { subcode } : {}), isTransient, detail: 'why' }, 'answer'),
  });
  const answered = (body: unknown): GraphReply => ({ result: 'answer', body });

  it.each([
    ['all counted', answered({ events_received: 3 }), { outcome: 'received' }],
    ['none counted', answered({ events_received: 0 }), { outcome: 'dropped' }],
    ['some counted', answered({ events_received: 2 }), { outcome: 'uncertain' }],
    ['nothing said', answered({}), { outcome: 'uncertain' }],
    ['a name that is not allowed', refused(100, 2804066), { outcome: 'refused', why: 'event_refused' }],
    ['a wrong click id', refused(100, 2804087), { outcome: 'refused', why: 'click_refused' }],
    ['a wrong parameter, of an event or of the call', refused(100), { outcome: 'doubtful' }],
    ['a subcode that nobody knows', refused(100, 2804050), { outcome: 'doubtful' }],
    ['no such dataset', refused(100, 33), { outcome: 'halted', why: 'dataset_unknown' }],
    ['a token that ended', refused(190, 463), { outcome: 'halted', why: 'token_invalid' }],
    ['a permission that lacks', refused(200), { outcome: 'halted', why: 'permission_missing' }],
    ['a code that nobody knows', refused(987_654), { outcome: 'halted', why: 'call_refused' }],
    ['too many calls', refused(4), { outcome: 'later' }],
    ...[613, 17, 32, 80_000, 80_007, 80_014].map((code) => [
      `too many calls, said by ${code}`,
      refused(code),
      { outcome: 'later' },
    ]),
    ['what Meta calls passing', refused(987_654, undefined, true), { outcome: 'later' }],
    ['a fault of Meta’s', refused(2), { outcome: 'uncertain' }],
    [
      'nobody at the other end',
      { result: 'unreachable', failure: plainFailure('provider_unreachable', 'yes') },
      { outcome: 'later' },
    ],
    [
      'an answer that was lost',
      { result: 'lost', failure: plainFailure('provider_unreachable', 'yes') },
      { outcome: 'uncertain' },
    ],
  ] as [string, GraphReply, object][])('%s', (_name, reply, outcome) => {
    expect(outcomeOf(reply, 3)).toMatchObject(outcome);
  });
});
