/** Filling templates: every value in its place, every missing one named. */
import { describe, expect, it } from 'vitest';
import { buildTemplateMessage, renderTemplate, textsFromSources } from './template-message.ts';
import type { TemplateContent } from './template-model.ts';
import { isOptOutReply, OPT_OUT_PAYLOAD, optOutButton } from './template-opt-out.ts';
import { sampleTexts, templateSlots } from './template-slots.ts';

const content: TemplateContent = {
  header: { kind: 'text', text: 'Hello {{1}}', examples: { '1': 'Ana' } },
  body: { text: 'Your {{2}} of {{1}} is ready', examples: { '1': 'Monday', '2': 'order' } },
  footer: 'Bottega Verde',
  buttons: [
    { kind: 'quick_reply', text: 'Stop promotions' },
    { kind: 'url', text: 'Shop', url: 'https://shop.example/{{1}}', example: 'https://shop.example/spring' },
    { kind: 'copy_code', example: 'SPRING' },
  ],
};
const template = { name: 'ready', language: 'en', variableFormat: 'positional' as const, content };
const texts = {
  'header.1': 'Ana',
  'body.1': 'Monday',
  'body.2': 'order\nof cups',
  'button.1': 'https://shop.example/a?b',
  'button.2': 'SAVE',
};

describe('slots', () => {
  it('come in reading order, body variables by number', () => {
    expect(templateSlots(content, 'positional').map((slot) => slot.key)).toEqual([
      'header.1',
      'body.1',
      'body.2',
      'button.1',
      'button.2',
    ]);
  });
  it('take their examples, and only the end of a link', () => {
    expect(sampleTexts(content, 'positional')).toEqual({
      'header.1': 'Ana',
      'body.1': 'Monday',
      'body.2': 'order',
      'button.1': 'spring',
      'button.2': 'SPRING',
    });
  });
  it('name a one-time code once', () => {
    const otp: TemplateContent = {
      header: { kind: 'none' },
      body: { text: '' },
      buttons: [],
      oneTimePassword: { button: 'copy_code' },
    };
    expect(templateSlots(otp, 'positional').map((slot) => slot.key)).toEqual(['code']);
    const built = buildTemplateMessage({ ...template, content: otp }, { texts: { code: '112233' } });
    expect(built).toMatchObject({
      ok: true,
      message: {
        values: { body: [{ text: '112233' }], buttons: [{ type: 'url', index: 0, text: '112233' }] },
      },
    });
  });
});

describe('a message', () => {
  it('has every value in place and one line per value', () => {
    expect(buildTemplateMessage(template, { texts })).toEqual({
      ok: true,
      message: {
        type: 'template',
        name: 'ready',
        language: 'en',
        values: {
          header: { type: 'text', value: { text: 'Ana' } },
          body: [{ text: 'Monday' }, { text: 'order of cups' }],
          buttons: [
            { type: 'quick_reply', index: 0, payload: OPT_OUT_PAYLOAD },
            { type: 'url', index: 1, text: 'a?b' },
            { type: 'copy_code', index: 2, code: 'SAVE' },
          ],
        },
      },
    });
  });

  it('is refused with each missing value named', () => {
    const built = buildTemplateMessage(
      template,
      { texts: { ...texts, 'body.1': '  ', 'button.1': '' } },
      { 'body.1': { field: 'DAY' } },
    );
    expect(built).toEqual({
      ok: false,
      missing: [
        { key: 'body.1', words: 'The field DAY for {{1}} of the body is empty.', field: 'DAY' },
        { key: 'button.1', words: 'A value for the link of “Shop” is missing.' },
      ],
    });
  });

  it('asks for the media of every header', () => {
    const cards: TemplateContent = {
      header: { kind: 'none' },
      body: { text: 'Look' },
      buttons: [],
      cards: [0, 1].map(() => ({
        header: { kind: 'image' as const },
        body: { text: 'Only {{1}}', examples: { '1': '9 €' } },
        buttons: [{ kind: 'quick_reply' as const, text: 'More' }],
      })),
    };
    const filling = { texts: { 'cards.0.body.1': '8 €', 'cards.1.body.1': '9 €' } };
    expect(buildTemplateMessage({ ...template, content: cards }, filling)).toMatchObject({
      ok: false,
      missing: [{ key: 'cards.0.header' }, { key: 'cards.1.header' }],
    });
    const media = { 'cards.0.header': { media: { id: 'a' } }, 'cards.1.header': { media: { id: 'b' } } };
    expect(buildTemplateMessage({ ...template, content: cards }, { ...filling, media })).toMatchObject({
      ok: true,
      message: {
        values: {
          cards: [
            { header: { type: 'image', media: { id: 'a' } }, body: [{ text: '8 €' }] },
            { header: { type: 'image', media: { id: 'b' } }, body: [{ text: '9 €' }] },
          ],
        },
      },
    });
  });

  it('names named variables and has no values where the template has none', () => {
    const named: TemplateContent = { header: { kind: 'none' }, body: { text: 'Hi {{name}}!' }, buttons: [] };
    expect(
      buildTemplateMessage(
        { ...template, variableFormat: 'named', content: named },
        { texts: { 'body.name': 'Ana' } },
      ),
    ).toMatchObject({ message: { values: { body: [{ text: 'Ana', name: 'name' }] } } });
    const plain: TemplateContent = { ...named, body: { text: 'Hi!' } };
    expect(buildTemplateMessage({ ...template, content: plain }, { texts: {} })).toEqual({
      ok: true,
      message: { type: 'template', name: 'ready', language: 'en' },
    });
  });
});

describe('texts', () => {
  it('come from fields, fallbacks and fixed texts', () => {
    const sources = {
      'body.1': { field: 'FIRST_NAME', fallback: 'friend' },
      'body.2': { field: 'CITY' },
      'body.3': { text: '10 %' },
    };
    expect(textsFromSources(sources, { FIRST_NAME: ' ', CITY: 'Pisa' })).toEqual({
      'body.1': 'friend',
      'body.2': 'Pisa',
      'body.3': '10 %',
    });
  });
  it('fill the preview, missing ones stay as they are written', () => {
    expect(renderTemplate(content, { 'body.1': 'Monday', 'button.1': 'spring' })).toMatchObject({
      header: { kind: 'text', text: 'Hello {{1}}' },
      body: 'Your {{2}} of Monday is ready',
      buttons: [{ text: 'Stop promotions' }, { target: 'https://shop.example/spring' }, { text: 'SPRING' }],
    });
  });
});

describe('the opt-out button', () => {
  it('is recognised in several languages, by its words or by what it sends back', () => {
    expect(optOutButton(content)).toBe(0);
    expect(isOptOutReply({ text: 'Interrompi promozioni!' })).toBe(true);
    expect(isOptOutReply({ text: 'Darme de baja' })).toBe(true);
    expect(isOptOutReply({ text: 'x', payload: OPT_OUT_PAYLOAD })).toBe(true);
    expect(isOptOutReply({ text: 'Tell me more' })).toBe(false);
  });
});
