// Shapes of a template's content as callers send and read it: the provider's model (whatsapp/template-model.ts) in zod.
import { z } from 'zod';
import type { TemplateContent } from '#whatsapp/template-model.ts';

const Examples = z
  .record(z.string().max(40), z.string().max(1000))
  .describe('A sample value for each variable, by its name without braces: reviewers read them');
const Sample = z.string().max(4000).optional().describe('Handle of the sample that reviewers saw');
const Raw = z.record(z.string(), z.unknown()).describe('The provider’s own form');

/** Lengths here only keep out abuse: what Meta allows is checked by its rules, with words that help. */
const Text = z.string().max(5000);

export const TemplateHeader = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('text'), text: Text, examples: Examples.optional() }),
    z.object({ kind: z.literal('image'), sample: Sample }),
    z.object({ kind: z.literal('video'), sample: Sample }),
    z.object({ kind: z.literal('document'), sample: Sample }),
    z.object({ kind: z.literal('location') }),
  ])
  .describe('What stands above the text');

export const TemplateBody = z.object({
  text: Text.describe('Text with variables as {{1}}; *bold*, _italic_ and ~strike~ are allowed'),
  examples: Examples.optional(),
});

export const TemplateButton = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quick_reply'), text: Text }),
  z.object({
    kind: z.literal('url'),
    text: Text,
    url: Text.describe('Address; one variable is allowed, at its end'),
    example: Text.optional().describe('Sample for the variable of the address'),
  }),
  z.object({ kind: z.literal('phone'), text: Text, phone: Text.describe('Number with country code') }),
  z.object({ kind: z.literal('copy_code'), example: Text.describe('Sample of the code') }),
  z.object({
    kind: z.literal('flow'),
    text: Text,
    flowId: Text.optional(),
    flowName: Text.optional(),
    action: z.enum(['navigate', 'data_exchange']).optional(),
    screen: Text.optional(),
  }),
  z.object({
    kind: z.literal('other'),
    providerKind: Text,
    text: Text.optional(),
    raw: Raw,
  }),
]);

const TemplateCard = z.object({
  header: z.object({ kind: z.enum(['image', 'video']), sample: Sample }),
  body: TemplateBody.optional(),
  buttons: z.array(TemplateButton).max(20),
});

const OneTimePassword = z.object({
  button: z.enum(['copy_code', 'one_tap', 'zero_tap']),
  text: Text.optional(),
  autofillText: Text.optional(),
  apps: z
    .array(z.object({ packageName: z.string().max(300), signatureHash: z.string().max(100) }))
    .max(20)
    .optional(),
  zeroTapTermsAccepted: z.boolean().optional(),
  securityRecommendation: z.boolean().optional(),
  expiresInMinutes: z.number().optional().describe('1 to 90'),
});

export const TemplateContentShape = z.object({
  header: TemplateHeader.default({ kind: 'none' }),
  body: TemplateBody,
  footer: Text.optional().describe('Small text below the message, without variables'),
  buttons: z.array(TemplateButton).max(50).default([]).describe('At most 10; quick replies together'),
  cards: z.array(TemplateCard).max(30).optional().describe('Cards of a carousel'),
  limitedTimeOffer: z.object({ text: Text, hasExpiration: z.boolean() }).optional(),
  oneTimePassword: OneTimePassword.optional().describe('Only in authentication templates'),
  otherParts: z.array(Raw).max(50).optional().describe('Parts that this version does not know'),
});

/** Does not compile when the shape and the provider's model grow apart. */
export const asContent = (content: z.output<typeof TemplateContentShape>): TemplateContent => content;
