// Meta's template rules, by example and by property.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateButton, TemplateContent, TemplateDraft } from './template-model.ts';
import { checkTemplate } from './template-rules.ts';
import { fillVariables, variableNames } from './template-variables.ts';

function draft(content: Partial<TemplateContent> = {}, rest: Partial<TemplateDraft> = {}): TemplateDraft {
  return {
    name: 'order_confirmation',
    language: 'en_US',
    category: 'utility',
    variables: 'positional',
    ...rest,
    content: {
      header: { kind: 'none' },
      body: { text: 'Thank you for your order.' },
      buttons: [],
      ...content,
    },
  };
}

const codes = (given: TemplateDraft) => checkTemplate(given).map(({ path, code }) => `${path}: ${code}`);
const body = (text: string, examples = { 1: 'a', 2: 'b', 3: 'c' }) => draft({ body: { text, examples } });
const reply = (text: string): TemplateButton => ({ kind: 'quick_reply', text });
const link = (text: string, url = 'https://example.org/a'): TemplateButton => ({ kind: 'url', text, url });

describe('checkTemplate', () => {
  it('accepts the documentation’s own example', () => {
    const example = draft({
      header: { kind: 'text', text: 'Our {{1}} is on!', examples: { 1: 'Summer Sale' } },
      body: { text: 'Hi {{1}}, order {{2}}.', examples: { 1: 'Pablo', 2: '860198' } },
      footer: 'Tap to stop',
      buttons: [
        reply('Stop'),
        { kind: 'url', text: 'Shop', url: 'https://x.com/{{1}}', example: 'summer' },
        { kind: 'phone', text: 'Call', phone: '15550051310' },
      ],
    });
    expect(checkTemplate(example).filter((found) => found.severity === 'error')).toEqual([]);
  });

  it('accepts named variables', () => {
    const text = 'Dear {{first_name}}, your order {{order_2}} left our house today.';
    const given = draft(
      { body: { text, examples: { first_name: 'Ana', order_2: '7' } } },
      { variables: 'named' },
    );
    expect(codes(given)).toEqual([]);
  });

  it.each<[string, TemplateDraft, string]>([
    ['no name', draft({}, { name: '' }), 'name: name_missing'],
    ['capitals in the name', draft({}, { name: 'Order' }), 'name: name_characters'],
    ['a long name', draft({}, { name: 'a'.repeat(513) }), 'name: too_long'],
    ['a language in words', draft({}, { language: 'English' }), 'language: language_code'],
    ['a language with a hyphen', draft({}, { language: 'en-US' }), 'language: language_code'],
    ['an empty body', body('  '), 'content.body.text: text_missing'],
    ['a body of 1025', body('a'.repeat(1025)), 'content.body.text: too_long'],
    [
      'a variable at the start',
      body('{{1}} is your order number today'),
      'content.body.text: variable_at_edge',
    ],
    [
      'a variable at the end',
      body('Your order number today is {{1}}'),
      'content.body.text: variable_at_edge',
    ],
    [
      'variables side by side',
      body('Your order now {{1}} {{2}} is here'),
      'content.body.text: variable_adjacent',
    ],
    ['a gap', body('Your order {{1}} is a fine {{3}} today, thanks'), 'content.body.text: variable_sequence'],
    ['open braces', body('Your order {{1} is here'), 'content.body.text: variable_braces'],
    ['a name for a number', body('Your order {{name}} is here now'), 'content.body.text: variable_format'],
    ['too few words', body('a {{1}}, {{2}}, {{3}}.'), 'content.body.text: variable_ratio'],
    [
      'no example',
      body('Your order {{1}} is here now', {} as never),
      'content.body.examples.1: example_missing',
    ],
    ['an empty header', draft({ header: { kind: 'text', text: '' } }), 'content.header.text: text_missing'],
    [
      'a header of 61',
      draft({ header: { kind: 'text', text: 'a'.repeat(61) } }),
      'content.header.text: too_long',
    ],
    [
      'two variables in a header',
      draft({ header: { kind: 'text', text: '{{1}} or {{2}}', examples: { 1: 'a', 2: 'b' } } }),
      'content.header.text: variable_count',
    ],
    ['no sample', draft({ header: { kind: 'image' } }), 'content.header.sample: sample_missing'],
    ['a variable in the footer', draft({ footer: 'Bye {{1}}' }), 'content.footer: variable_not_allowed'],
    ['a footer of 61', draft({ footer: 'a'.repeat(61) }), 'content.footer: too_long'],
    [
      'split quick replies',
      draft({ buttons: [reply('a'), link('b'), reply('c')] }),
      'content.buttons: button_order',
    ],
    ['three links', draft({ buttons: [link('a'), link('b'), link('c')] }), 'content.buttons: url_count'],
    [
      'eleven buttons',
      draft({ buttons: Array.from({ length: 11 }, (_, index) => reply(`b${index}`)) }),
      'content.buttons: button_count',
    ],
    ['a long button', draft({ buttons: [reply('a'.repeat(26))] }), 'content.buttons.0.text: too_long'],
    [
      'the same words twice',
      draft({ buttons: [reply('Yes'), reply('Yes ')] }),
      'content.buttons.1.text: text_repeated',
    ],
    ['no host', draft({ buttons: [link('a', 'https://{{1}}')] }), 'content.buttons.0.url: url_format'],
    [
      'an emoji in the header',
      draft({ header: { kind: 'text', text: 'Hi 😀' } }),
      'content.header.text: formatting',
    ],
    ['empty lines', body('Hello\n\n\n\nthere'), 'content.body.text: empty_lines'],
    ['no address', draft({ buttons: [link('a', 'example.org')] }), 'content.buttons.0.url: url_format'],
    [
      'a variable inside the address',
      draft({ buttons: [link('a', 'https://x.com/{{1}}/b')] }),
      'content.buttons.0.url: url_variable_place',
    ],
    [
      'a code of 16',
      draft({ buttons: [{ kind: 'copy_code', example: 'a'.repeat(16) }] }),
      'content.buttons.0.example: too_long',
    ],
    [
      'a phone in words',
      draft({ buttons: [{ kind: 'phone', text: 'Call', phone: 'home' }] }),
      'content.buttons.0.phone: phone_format',
    ],
    ['a short life', draft({}, { timeToLiveSeconds: 10 }), 'timeToLiveSeconds: time_to_live_range'],
    [
      'a lone card',
      draft({ cards: [{ header: { kind: 'image', sample: 'h' }, buttons: [reply('a')] }] }),
      'content.cards: card_count',
    ],
    [
      'an offer without its code',
      draft({ limitedTimeOffer: { text: 'Sale', hasExpiration: true } }, { category: 'marketing' }),
      'content.buttons: offer_code_first',
    ],
    [
      'a one-time code for 91 minutes',
      draft(
        { oneTimePassword: { button: 'copy_code', expiresInMinutes: 91 } },
        { category: 'authentication' },
      ),
      'content.oneTimePassword.expiresInMinutes: expiry_range',
    ],
    [
      'an authentication text',
      draft({}, { category: 'authentication' }),
      'content.oneTimePassword: otp_missing',
    ],
  ])('finds %s', (_name, given, expected) => {
    expect(codes(given)).toContain(expected);
  });

  it('has an answer for any draft, and every finding points into it and says what to do', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '{', '}', '{{1}}', '{{2}}', '\n', '*', 'é', '😀'),
    });
    const button = fc.oneof(
      fc.record({ kind: fc.constant('quick_reply' as const), text }),
      fc.record({ kind: fc.constant('url' as const), text, url: fc.oneof(text, fc.webUrl()) }),
      fc.record({ kind: fc.constant('phone' as const), text, phone: fc.string() }),
      fc.record({ kind: fc.constant('copy_code' as const), example: fc.string() }),
    );
    fc.assert(
      fc.property(
        fc.string(),
        text,
        text,
        fc.array(button),
        fc.boolean(),
        (name, head, words, buttons, named) => {
          const given = draft(
            { header: { kind: 'text', text: head }, body: { text: words }, buttons, footer: head },
            { name, variables: named ? 'named' : 'positional' },
          );
          for (const found of checkTemplate(given)) {
            expect(found.message.length).toBeGreaterThan(10);
            expect(Object.keys(given)).toContain(found.path.split('.')[0]);
          }
        },
      ),
    );
  });

  it('accepts every body whose variables are numbered in order and set apart by words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.map((part, index) => (index ? `{{${index}}} ` : '') + part.join(' ')).join(' ');
        const examples = Object.fromEntries(parts.map((_, index) => [String(index), 'x']));
        expect(codes(draft({ body: { text, examples } }))).toEqual([]);
      }),
    );
  });

  it('fills what it finds: no variable with a value is left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{1}}', '{{ 2 }}', '{{name}}', 'a', '$1', '{')), (parts) => {
        const text = parts.join('');
        const values = Object.fromEntries(variableNames(text).map((name) => [name, 'value']));
        expect(variableNames(fillVariables(text, values))).toEqual([]);
      }),
    );
  });
});
