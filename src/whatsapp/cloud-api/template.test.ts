// Templates as the Cloud API writes them, there and back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateButton, TemplateDraft } from '#whatsapp/template-model.ts';
import { variableNames } from '#whatsapp/template-variables.ts';
import type { Json } from './loose.ts';
import { readTemplate } from './read-template.ts';
import { writeTemplate, writeTemplateEdit } from './write-template.ts';

const order: TemplateDraft = {
  name: 'order_confirmation',
  language: 'en_US',
  category: 'utility',
  variables: 'positional',
  timeToLiveSeconds: 3600,
  allowCategoryChange: true,
  content: {
    header: { kind: 'text', text: 'Our {{1}} is on!', examples: { 1: 'Summer Sale' } },
    body: { text: 'Hi {{1}}, order {{2}}.', examples: { 1: 'Pablo', 2: '860198' } },
    footer: 'Tap to stop',
    buttons: [
      { kind: 'quick_reply', text: 'Stop' },
      { kind: 'url', text: 'Shop', url: 'https://x.com/{{1}}', example: 'summer' },
      { kind: 'phone', text: 'Call', phone: '15550051310' },
      { kind: 'copy_code', example: '25OFF' },
    ],
  },
};

describe('writing', () => {
  it('gives the body of the documentation', () => {
    expect(writeTemplate(order)).toEqual({
      name: 'order_confirmation',
      language: 'en_US',
      category: 'UTILITY',
      parameter_format: 'POSITIONAL',
      message_send_ttl_seconds: 3600,
      allow_category_change: true,
      components: [
        {
          type: 'HEADER',
          format: 'TEXT',
          text: 'Our {{1}} is on!',
          example: { header_text: ['Summer Sale'] },
        },
        { type: 'BODY', text: 'Hi {{1}}, order {{2}}.', example: { body_text: [['Pablo', '860198']] } },
        { type: 'FOOTER', text: 'Tap to stop' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Stop' },
            { type: 'URL', text: 'Shop', url: 'https://x.com/{{1}}', example: ['summer'] },
            { type: 'PHONE_NUMBER', text: 'Call', phone_number: '15550051310' },
            { type: 'COPY_CODE', example: '25OFF' },
          ],
        },
      ],
    });
  });

  it('orders positional examples by number, whatever the order in the text', () => {
    const body = { text: 'First {{2}} and then {{1}} here', examples: { 2: 'b', 1: 'a' } };
    const written = writeTemplate({ ...order, content: { ...order.content, body } });
    expect(written.components).toContainEqual(
      expect.objectContaining({ example: { body_text: [['a', 'b']] } }),
    );
  });

  it('writes named variables as pairs', () => {
    const content = {
      header: { kind: 'none' },
      body: { text: 'Dear {{first_name}} there', examples: { first_name: 'Ana' } },
      buttons: [],
    } as const;
    const written = writeTemplate({ ...order, variables: 'named', content: { ...content, buttons: [] } });
    expect(written.components).toEqual([
      {
        type: 'BODY',
        text: 'Dear {{first_name}} there',
        example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ana' }] },
      },
    ]);
  });

  it('writes a one-time code, whose text is not ours', () => {
    const content = {
      header: { kind: 'none' as const },
      body: { text: '' },
      buttons: [],
      oneTimePassword: {
        button: 'one_tap' as const,
        securityRecommendation: true,
        expiresInMinutes: 10,
        apps: [{ packageName: 'org.example', signatureHash: 'K8a' }],
      },
    };
    expect(writeTemplate({ ...order, category: 'authentication', content }).components).toEqual([
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 10 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'OTP',
            otp_type: 'ONE_TAP',
            supported_apps: [{ package_name: 'org.example', signature_hash: 'K8a' }],
          },
        ],
      },
    ]);
  });

  it('names neither template nor language in an edit', () => {
    expect(Object.keys(writeTemplateEdit(order)).sort()).toEqual([
      'category',
      'components',
      'message_send_ttl_seconds',
    ]);
  });
});

describe('reading', () => {
  const listed = (rest: Json): Json => ({
    id: '5',
    name: 'x',
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    ...rest,
  });

  it('gives back every draft that was written', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const text = (format: string) =>
      fc
        .array(word, { minLength: 3, maxLength: 8 })
        .map((words) =>
          words
            .map((one, index) =>
              index % 2 ? (format === 'named' ? `{{${one}}}` : `{{${(index + 1) / 2}}}`) : one,
            )
            .join(' '),
        );
    const button = fc.oneof<fc.Arbitrary<TemplateButton>[]>(
      fc.record({ kind: fc.constant('quick_reply'), text: word }),
      fc.record({
        kind: fc.constant('url'),
        text: word,
        url: fc.constant('https://x.org/{{1}}'),
        example: word,
      }),
      fc.record({ kind: fc.constant('phone'), text: word, phone: fc.constant('+393331234567') }),
      fc.record({ kind: fc.constant('copy_code'), example: word }),
      fc.record({
        kind: fc.constant('flow'),
        text: word,
        flowId: word,
        action: fc.constant('navigate'),
        screen: word,
      }),
    );
    const withExamples = (words: string) => ({
      text: words,
      ...(variableNames(words).length > 0
        ? { examples: Object.fromEntries(variableNames(words).map((name) => [name, `e-${name}`])) }
        : {}),
    });
    const format = fc.constantFrom('positional' as const, 'named' as const);
    const draft = format.chain((variables) =>
      fc
        .record({
          words: text(variables),
          head: text(variables),
          buttons: fc.array(button, { maxLength: 4 }),
          media: fc.boolean(),
        })
        .map(
          ({ words, head, buttons, media }): TemplateDraft => ({
            ...order,
            variables,
            content: {
              header: media ? { kind: 'image', sample: '4::a' } : { kind: 'text', ...withExamples(head) },
              body: withExamples(words),
              footer: 'foot',
              buttons,
            },
          }),
        ),
    );
    fc.assert(
      fc.property(draft, (given) => {
        const read = readTemplate({ id: '12345678901234567', status: 'PENDING', ...writeTemplate(given) });
        expect(read).toMatchObject({
          id: '12345678901234567',
          status: 'pending',
          name: given.name,
          category: 'utility',
          variables: given.variables,
        });
        expect(read.content).toEqual(given.content);
      }),
    );
  });

  it('takes any case, flat examples and quality in both forms', () => {
    const read = readTemplate(
      listed({
        language: 'en-US',
        quality_score: { score: 'GREEN', date: 17 },
        rejected_reason: 'NONE',
        components: [
          { type: 'header', format: 'document' },
          { type: 'body', text: 'Hi {{1}} and {{2}} there', example: { body_text: ['a', 'b'] } },
          { type: 'buttons', buttons: [{ type: 'quick_reply', text: 'Yes' }] },
        ],
      }),
    );
    expect(read).toMatchObject({
      language: 'en_US',
      quality: 'green',
      content: {
        header: { kind: 'document' },
        body: { examples: { 1: 'a', 2: 'b' } },
        buttons: [{ kind: 'quick_reply', text: 'Yes' }],
      },
    });
    expect(read).not.toHaveProperty('rejectedReason');
  });

  it('knows a one-time code, which is listed as a link', () => {
    const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}';
    const components = [
      { type: 'BODY', text: '*{{1}}* is your verification code.', add_security_recommendation: true },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url }] },
    ];
    expect(readTemplate(listed({ category: 'AUTHENTICATION', components })).content.oneTimePassword).toEqual({
      button: 'copy_code',
      text: 'Copy code',
      securityRecommendation: true,
      expiresInMinutes: 10,
    });
  });

  it('keeps what it does not know', () => {
    const components = [
      { type: 'HEADER', format: 'PRODUCT' },
      { type: 'BODY', text: 'Look' },
      { type: 'HOLOGRAM', size: 3 },
      { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
    ];
    const read = readTemplate(listed({ category: 'SERVICE', status: 'NEW_STATUS', components }));
    expect(read).toMatchObject({ category: 'other', status: 'unknown' });
    expect(read.content.otherParts).toEqual([components[0], components[2]]);
    const { raw: _raw, id: _id, ...rest } = read;
    expect(writeTemplate({ ...rest, category: 'utility' }).components).toEqual(
      expect.arrayContaining(components),
    );
  });
});
