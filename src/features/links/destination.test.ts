// Where short links may lead, parameters of web analytics, and addresses within a text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obstacleToDestination, splitAtAddresses, withUtm } from './destination.ts';

describe('a destination', () => {
  it.each([
    'https://shop.example/sale',
    'http://shop.example:8080/a?b=c#d',
    'https://shop.example/for/%%FIRST_NAME%%?mail=%%EMAIL%%',
    'https://xn--caf-dma.example/',
  ])('may be %s', (address) => expect(obstacleToDestination(address)).toBeNull());

  it.each([
    '',
    'shop.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://',
    'https://user:secret@shop.example/',
    'https://shop.example@evil.example/',
    'https://%%FIRST_NAME%%.example/',
    'https://%%FIRST_NAME%%/',
    'https://shop.example\\@evil.example/',
    'https://shop.example/a b',
    'https://{{1}}/',
    `https://shop.example/${'x'.repeat(2_000)}`,
  ])('may not be %s', (address) => expect(obstacleToDestination(address)).toEqual(expect.any(String)));
});

describe('UTM parameters', () => {
  const utm = { source: 'whatsapp', campaign: 'Spring & sun' };
  it.each([
    ['https://a.example', 'https://a.example?utm_source=whatsapp&utm_campaign=Spring%20%26%20sun'],
    [
      'https://a.example/?x=1#top',
      'https://a.example/?x=1&utm_source=whatsapp&utm_campaign=Spring%20%26%20sun#top',
    ],
    [
      'https://a.example/?utm_source=mail',
      'https://a.example/?utm_source=mail&utm_campaign=Spring%20%26%20sun',
    ],
    [
      'https://a.example/?n=%%FIRST_NAME%%',
      'https://a.example/?n=%%FIRST_NAME%%&utm_source=whatsapp&utm_campaign=Spring%20%26%20sun',
    ],
  ])('of %s', (address, expected) => expect(withUtm(address, utm)).toBe(expected));

  it('are added once, and keep what was there', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = withUtm(address, utm);
        expect(withUtm(once, utm)).toBe(once);
        expect(new URL(once).hash).toBe(new URL(address).hash);
        expect(new URL(once).searchParams.get('utm_source')).toBe('whatsapp');
      }),
      { numRuns: 30 },
    );
  });
});

describe('addresses in a text', () => {
  it('leaves marks to the sentence', () =>
    expect(splitAtAddresses('See https://a.example/b?c=1. Or (http://d.example)!')).toEqual([
      { text: 'See ', address: false },
      { text: 'https://a.example/b?c=1', address: true },
      { text: '. Or (', address: false },
      { text: 'http://d.example', address: true },
      { text: ')!', address: false },
    ]));
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl())), (parts) => {
        const text = parts.join(' ');
        expect(
          splitAtAddresses(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
