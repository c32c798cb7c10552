// What makes people take a template for spam: phrases, shouting, hidden links, a sender or a way out that lacks. Pure.
import type { TemplateCategory, TemplateContent } from '#whatsapp/template-model.ts';
import { optOutButton } from '#whatsapp/template-opt-out.ts';
import { findShortLinks } from './short-links.ts';
import { countEmoji, hasWords, shoutedWords } from './shouting.ts';
import { findPhrases, type PhraseChoice, type PhraseGroup } from './spam-phrases.ts';
import { greetsByName, namesSender } from './who-writes.ts';

export const WORDING_KINDS = [
  'spam_phrase',
  'capitals',
  'emoji',
  'exclamations',
  'short_link',
  'sender_missing',
  'greeting_missing',
  'opt_out_missing',
  'too_long',
] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export type WordingFinding = {
  kind: WordingKind;
  /** Path of the text within the draft: `content.body.text`. */
  path: string;
  /** The words meant, as they stand there, and where; absent when something lacks. */
  quote?: string;
  start?: number;
  end?: number;
  /** Of a spam phrase. */
  group?: PhraseGroup;
  /** How many, and how many would do. */
  count?: number;
  most?: number;
};

export type WordingContext = {
  category: TemplateCategory;
  /** How the business calls itself: name of the workspace, display names of its numbers. */
  businessNames: readonly string[];
  /** Contact field that fills each variable, by slot key; where it is known. */
  fields?: Readonly<Record<string, string | undefined>>;
  phrases?: PhraseChoice;
  limits?: Partial<WordingLimits>;
};

export type WordingLimits = {
  /** Share of letters that are capitals, over the whole text. */
  capitals: number;
  emoji: number;
  exclamations: number;
  /** Characters of the body. */
  length: number;
};

export const WORDING_LIMITS: WordingLimits = { capitals: 0.3, emoji: 5, exclamations: 2, length: 700 };

/** In the order of the parts; an authentication template has no words of ours. */
export function checkWording(content: TemplateContent, context: WordingContext): WordingFinding[] {
  if (context.category === 'authentication' || content.oneTimePassword) return [];
  const limits = { ...WORDING_LIMITS, ...context.limits };
  const texts = textsOf(content);
  const body = content.body.text;
  const findings = texts.flatMap(({ path, text }) => [
    ...findPhrases(text, context.phrases).map(
      ({ group, start, end }): WordingFinding => ({
        kind: 'spam_phrase',
        path,
        group,
        quote: text.slice(start, end),
        start,
        end,
      }),
    ),
    ...findShortLinks(text).map(
      ({ start, end }): WordingFinding => ({
        kind: 'short_link',
        path,
        quote: text.slice(start, end),
        start,
        end,
      }),
    ),
  ]);
  findings.push(...shouting(body, limits));
  if (body.length > limits.length)
    findings.push({ kind: 'too_long', path: BODY, count: body.length, most: limits.length });
  if (context.category !== 'marketing' || !hasWords(body)) return findings;
  if (!namesSender(texts, context)) findings.push({ kind: 'sender_missing', path: BODY });
  if (!greetsByName(body, context.fields)) findings.push({ kind: 'greeting_missing', path: BODY });
  if (optOutButton(content) === undefined)
    findings.push({ kind: 'opt_out_missing', path: 'content.buttons' });
  return findings;
}

const BODY = 'content.body.text';

/** Every text of the template that is ours, with its path. */
export function textsOf(content: TemplateContent): { path: string; text: string }[] {
  const { header, body, footer, buttons, cards = [], limitedTimeOffer } = content;
  return [
    ...(header.kind === 'text' ? [{ path: 'content.header.text', text: header.text }] : []),
    { path: BODY, text: body.text },
    ...(footer ? [{ path: 'content.footer', text: footer }] : []),
    ...(limitedTimeOffer ? [{ path: 'content.limitedTimeOffer.text', text: limitedTimeOffer.text }] : []),
    ...buttons.flatMap((button, index) => {
      const path = `content.buttons.${index}`;
      const words = 'text' in button && button.text ? [{ path: `${path}.text`, text: button.text }] : [];
      return button.kind === 'url' ? [...words, { path: `${path}.url`, text: button.url }] : words;
    }),
    ...cards.flatMap((card, index) =>
      card.body ? [{ path: `content.cards.${index}.body.text`, text: card.body.text }] : [],
    ),
  ];
}

function shouting(body: string, limits: WordingLimits): WordingFinding[] {
  const findings: WordingFinding[] = [];
  const { share, words } = shoutedWords(body);
  if (share > limits.capitals && words.length > 0) {
    const { start, end } = words[0]!;
    findings.push({
      kind: 'capitals',
      path: BODY,
      quote: body.slice(start, end),
      start,
      end,
      count: Math.round(share * 100),
      most: Math.round(limits.capitals * 100),
    });
  }
  const emoji = countEmoji(body);
  if (emoji > limits.emoji) findings.push({ kind: 'emoji', path: BODY, count: emoji, most: limits.emoji });
  const marks = body.match(/[!¡]/g)?.length ?? 0;
  if (marks > limits.exclamations)
    findings.push({ kind: 'exclamations', path: BODY, count: marks, most: limits.exclamations });
  return findings;
}
