// What is taken for spam, in three languages and many disguises, and what is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import { checkWording, type WordingContext } from './check-wording.ts';
import { readWords } from './read-words.ts';
import { builtInPhrases, findPhrases } from './spam-phrases.ts';

const found = (text: string) => findPhrases(text).map(({ start, end }) => text.slice(start, end));
const template = (text: string, more: Partial<TemplateContent> = {}): TemplateContent => ({
  header: { kind: 'none' },
  body: { text },
  buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
  ...more,
});
const shop: WordingContext = { category: 'marketing', businessNames: ['Caffè Aurora S.r.l.'] };
const kinds = (text: string, context = shop, more: Partial<TemplateContent> = {}) =>
  checkWording(template(text, more), context).map((finding) => finding.kind);

describe('spam phrases', () => {
  it('are found as the guidance names them', () => {
    expect(found('The best offer on the market is here')).toEqual(['best offer on the market']);
    expect(found('Good news: you were drawn and you won 500 euro')).toEqual(['you were drawn', 'you won']);
    expect(found('Complimenti, hai vinto un premio')).toEqual(['Complimenti, hai vinto']);
    expect(found('Sei stata estratta tra mille clienti')).toEqual(['Sei stata estratta']);
    expect(found('¡Enhorabuena, has ganado!')).toEqual(['Enhorabuena, has']);
  });

  it.each([
    'CL1CK H3RE',
    'click   here',
    'C.L.I.C.K here',
    'cliiiick heeere',
    'Click-Here',
    'clíck hére',
    'c l i c k here',
    '*click* _here_',
  ])('are heard in %s', (text) => expect(found(`Now ${text} please`)).toHaveLength(1));

  it('know numbers', () => {
    expect(found('Only 3 left in your size')).toEqual(['Only 3 left']);
    expect(found('Only three left in your size')).toEqual([]);
  });

  it('leave ordinary words alone', () => {
    for (const text of [
      'Hello Ana, your table for 4 is booked on 12 May at 20:30.',
      'Ciao Marta, il tuo ordine 1043 è pronto: ti aspettiamo in negozio fino alle 19.',
      'Hola Luis, hemos abierto una tienda nueva en tu barrio y nos gustaría verte.',
      'We won the regional prize for our bread and would like to share a slice with you.',
      'Your order is on its way. Delivery takes 2x24 hours at most.',
    ])
      expect(found(text)).toEqual([]);
  });

  it('follow the workspace: what it adds and what it allows', () => {
    const choice = { added: ['liquidazione totale'], allowed: ['ULTIME ORE'] };
    const text = 'Liquidazione totale, ultime ore!';
    expect(findPhrases(text, choice).map((each) => each.group)).toEqual(['own']);
  });

  it('is found alone, whichever it is', () => {
    for (const { phrase } of builtInPhrases()) {
      const text = phrase.replaceAll('#', '5').replaceAll('*', 'o');
      expect(findPhrases(text).length, phrase).toBeGreaterThan(0);
    }
  });

  it('stand where the words stand, whatever is around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before} . you won . ${after}`;
        for (const { start, end } of findPhrases(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(readWords(text).every((word, at, all) => at === 0 || word.start >= all[at - 1]!.end)).toBe(
          true,
        );
      }),
    );
  });
});

describe('wording of a template', () => {
  const good =
    'Hello {{1}}, Caffè Aurora has a new roast from Ethiopia. Come and taste it with us on Saturday.';

  it('has nothing to say of a good one', () => expect(kinds(good)).toEqual([]));

  it('asks who writes, to whom, and for a way out', () => {
    expect(kinds('There is a new roast from Ethiopia in our shop.', shop, { buttons: [] })).toEqual([
      'sender_missing',
      'greeting_missing',
      'opt_out_missing',
    ]);
    expect(kinds(good, { ...shop, fields: { 'body.1': 'SHOE_SIZE' } })).toEqual(['greeting_missing']);
    expect(
      kinds('Ciao {{1}}, qui è {{2}} con una novità.', {
        ...shop,
        fields: { 'body.1': 'FIRST_NAME', 'body.2': 'ACCOUNT_NAME' },
      }),
    ).toEqual([]);
    expect(kinds('A new roast is here', { ...shop, category: 'utility' }, { buttons: [] })).toEqual([]);
  });

  it('hears shouting', () => {
    expect(kinds('Hello {{1}}, CAFFÈ AURORA HAS A NEW ROAST FOR ALL OF YOU')).toEqual(['capitals']);
    expect(kinds(`${good} ☕☕☕☕☕☕`)).toEqual(['emoji']);
    expect(kinds(`${good}!!!`)).toEqual(['exclamations']);
  });

  it('sees links that hide where they lead', () => {
    const [finding] = checkWording(template(`${good} https://bit.ly/3xYz`), shop);
    expect(finding).toMatchObject({ kind: 'short_link', quote: 'https://bit.ly/3xYz' });
    expect(kinds(`${good} https://caffe-aurora.example/bit.ly`)).toEqual([]);
    expect(
      kinds(good, shop, {
        buttons: [
          { kind: 'url', text: 'See', url: 'https://tinyurl.com/{{1}}' },
          { kind: 'quick_reply', text: 'Stop promotions' },
        ],
      }),
    ).toEqual(['short_link']);
  });

  it('says nothing of one-time codes and never throws', () => {
    expect(checkWording(template('you won'), { ...shop, category: 'authentication' })).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const finding of checkWording(template(text), shop))
          if (finding.quote !== undefined) expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
      }),
    );
  });
});
