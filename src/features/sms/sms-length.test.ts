// Lengths of SMS, and the spellings of receipts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNews } from './read-news.ts';
import { smsLength } from './sms-length.ts';

describe('the length of an SMS', () => {
  it('counts as the network does', () => {
    expect(smsLength('')).toMatchObject({ parts: 0, left: 160 });
    expect(smsLength('a'.repeat(160))).toMatchObject({ alphabet: 'gsm', parts: 1, left: 0 });
    expect(smsLength('a'.repeat(161))).toMatchObject({ parts: 2, left: 145 });
    expect(smsLength('a'.repeat(306))).toMatchObject({ parts: 2, left: 0 });
    expect(smsLength('€'.repeat(80))).toMatchObject({ alphabet: 'gsm', length: 160, parts: 1 });
    expect(smsLength('perché no? àèìòù')).toMatchObject({ alphabet: 'gsm', culprit: null });
    expect(smsLength('“ciao”')).toMatchObject({ alphabet: 'unicode', culprit: '“', parts: 1, left: 64 });
    expect(smsLength('ç'.repeat(71))).toMatchObject({ alphabet: 'unicode', parts: 2 });
    expect(smsLength('😀'.repeat(35))).toMatchObject({ alphabet: 'unicode', length: 70, parts: 1 });
  });

  it('never splits what takes two places', () => {
    // 152 plain ones and a € do not fit into the first part of 153.
    expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(20)}`)).toMatchObject({ parts: 2, left: 153 - 22 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { length, parts, alphabet } = smsLength(text);
        const many = alphabet === 'gsm' ? 153 : 67;
        expect(parts).toBeGreaterThanOrEqual(
          length > many ? Math.ceil(length / many) - 1 : Math.min(1, length),
        );
        expect(smsLength(`${text}a`).parts).toBeGreaterThanOrEqual(parts);
      }),
    );
  });
});

describe('news of providers', () => {
  it('are read in several spellings', () => {
    expect(readNews({ status: 'DELIVRD', reference: 'r', id: 7 })).toEqual({
      kind: 'status',
      state: 'delivered',
      reference: 'r',
      providerId: '7',
      failure: null,
    });
    expect(readNews({ MessageStatus: 'undelivered', MessageSid: 'S', ErrorCode: 30003 })).toMatchObject({
      state: 'failed',
      failure: '30003',
    });
    expect(readNews({ from: '+39333', text: 'STOP' })).toEqual({
      kind: 'received',
      from: '+39333',
      text: 'STOP',
    });
    for (const nonsense of [null, 'x', 7, [], { status: 'thinking' }, { status: {} }])
      expect(readNews(nonsense)).toEqual({ kind: 'other' });
  });
});
