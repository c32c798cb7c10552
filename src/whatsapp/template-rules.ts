// Meta's rules for templates, checked while a person types and again before a draft is handed in.

import { buttonFindings } from './template-button-rules.ts';
import type { TemplateDraft, TemplateHeader } from './template-model.ts';
import { type Finding, finding, lengthFindings, variableFindings } from './template-text-rules.ts';

export type { Finding } from './template-text-rules.ts';

export const TEMPLATE_LIMITS = {
  name: 512,
  header: 60,
  body: 1024,
  bodyWithOffer: 600,
  cardBody: 160,
  footer: 60,
  offer: 16,
  cards: { least: 2, most: 10 },
} as const;

const TIME_TO_LIVE = {
  authentication: [30, 900],
  utility: [30, 43_200],
  marketing: [43_200, 2_592_000],
} as const;

/**
 * Everything that Meta would refuse, and as warnings what it may. `path` points into the draft with dots
 * (`content.buttons.1.url`). An empty list means that the draft may be handed in.
 */
export function checkTemplate(draft: TemplateDraft): Finding[] {
  const findings = [...identityFindings(draft), ...timeToLiveFindings(draft)];
  if (draft.content.oneTimePassword) return [...findings, ...oneTimePasswordFindings(draft)];
  if (draft.category === 'authentication') {
    findings.push(
      finding('content.oneTimePassword', 'otp_missing', 'An authentication template needs a one-time code.'),
    );
  }
  return [
    ...findings,
    ...headerFindings(draft),
    ...bodyFindings(draft),
    ...footerFindings(draft.content.footer),
    ...buttonFindings(draft.content.buttons, draft.variables, 'content.buttons'),
    ...offerFindings(draft),
    ...cardFindings(draft),
  ];
}

function identityFindings(draft: TemplateDraft): Finding[] {
  const found: Finding[] = [];
  if (draft.name === '') found.push(finding('name', 'name_missing', 'Give the template a name.'));
  else if (!/^[a-z0-9_]+$/.test(draft.name)) {
    found.push(
      finding('name', 'name_characters', 'Use only lower-case letters a to z, digits and underscores.'),
    );
  }
  found.push(...lengthFindings('name', draft.name, TEMPLATE_LIMITS.name));
  if (!/^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(draft.language)) {
    found.push(
      finding('language', 'language_code', 'Choose a language: its code looks like “en” or “en_US”.'),
    );
  }
  return found;
}

function timeToLiveFindings(draft: TemplateDraft): Finding[] {
  const seconds = draft.timeToLiveSeconds;
  if (seconds === undefined || seconds === -1) return [];
  const [least, most] = TIME_TO_LIVE[draft.category];
  if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return [];
  return [
    finding(
      'timeToLiveSeconds',
      'time_to_live_range',
      `Choose ${least} to ${most} seconds, or -1 for 30 days.`,
    ),
  ];
}

function headerFindings({ content: { header }, category, variables }: TemplateDraft): Finding[] {
  const path = 'content.header';
  if (header.kind === 'text') {
    const text = `${path}.text`;
    if (header.text.trim() === '')
      return [finding(text, 'text_missing', 'Write the header or choose no header.')];
    const found = lengthFindings(text, header.text, TEMPLATE_LIMITS.header);
    if (/[\n\r]/.test(header.text))
      found.push(finding(text, 'line_break', 'A header is one line: remove the line break.'));
    if (/[*_~`]|\p{Extended_Pictographic}/u.test(header.text.replace(/\{\{[^{}]*\}\}/g, '')))
      found.push(
        finding(
          text,
          'formatting',
          'A header takes no formatting and no emoji: remove *, _, ~, ` and pictures.',
        ),
      );
    found.push(...variableFindings(path, header, variables, { most: 1, edges: true }));
    return found;
  }
  if (header.kind === 'location' && category === 'authentication')
    return [finding(path, 'header_kind', 'A location header is only for marketing and utility templates.')];
  return sampleFindings(path, header);
}

function sampleFindings(path: string, header: Exclude<TemplateHeader, { kind: 'text' }>): Finding[] {
  if (header.kind === 'none' || header.kind === 'location' || header.sample) return [];
  return [
    finding(`${path}.sample`, 'sample_missing', `Upload an example ${header.kind}: reviewers look at it.`),
  ];
}

function bodyFindings({ content, variables }: TemplateDraft): Finding[] {
  const path = 'content.body';
  if (content.body.text.trim() === '')
    return [finding(`${path}.text`, 'text_missing', 'Write the text of the message.')];
  const most = content.limitedTimeOffer ? TEMPLATE_LIMITS.bodyWithOffer : TEMPLATE_LIMITS.body;
  const found = lengthFindings(`${path}.text`, content.body.text, most);
  if (/\n{3,}|\r\n(\r\n){2,}/.test(content.body.text))
    found.push(finding(`${path}.text`, 'empty_lines', 'Leave at most one empty line between paragraphs.'));
  return [...found, ...variableFindings(path, content.body, variables, { edges: false, ratio: true })];
}

function footerFindings(footer: string | undefined): Finding[] {
  if (footer === undefined) return [];
  const path = 'content.footer';
  if (footer.trim() === '') return [finding(path, 'text_missing', 'Write the footer or remove it.')];
  const found = lengthFindings(path, footer, TEMPLATE_LIMITS.footer);
  if (/\{\{|\}\}/.test(footer))
    found.push(finding(path, 'variable_not_allowed', 'A footer cannot hold variables.'));
  if (/[\n\r]/.test(footer))
    found.push(
      finding(path, 'line_break', 'A footer is one line: Meta may refuse the line break.', 'warning'),
    );
  return found;
}

function offerFindings({ content, category }: TemplateDraft): Finding[] {
  const offer = content.limitedTimeOffer;
  if (!offer) return [];
  const path = 'content.limitedTimeOffer';
  const found = lengthFindings(`${path}.text`, offer.text, TEMPLATE_LIMITS.offer);
  if (offer.text.trim() === '')
    found.push(finding(`${path}.text`, 'text_missing', 'Write what the offer is called.'));
  if (category !== 'marketing')
    found.push(finding(path, 'offer_category', 'A limited-time offer is only for marketing templates.'));
  if (!['none', 'image', 'video'].includes(content.header.kind))
    found.push(finding('content.header', 'header_kind', 'With an offer the header is an image or a video.'));
  if (content.footer !== undefined)
    found.push(finding('content.footer', 'footer_not_allowed', 'With an offer there is no footer.'));
  if (offer.hasExpiration && content.buttons[0]?.kind !== 'copy_code')
    found.push(
      finding(
        'content.buttons',
        'offer_code_first',
        'Make the copy-code button the first one, for the offer.',
      ),
    );
  return found;
}

function cardFindings({ content, variables }: TemplateDraft): Finding[] {
  const cards = content.cards;
  if (!cards) return [];
  const { least, most } = TEMPLATE_LIMITS.cards;
  const found: Finding[] = [];
  if (cards.length < least || cards.length > most)
    found.push(finding('content.cards', 'card_count', `A carousel has ${least} to ${most} cards.`));
  const shapes = cards.map((card) =>
    [card.header.kind, card.body ? 'body' : '', ...card.buttons.map((button) => button.kind)].join(' '),
  );
  cards.forEach((card, index) => {
    const path = `content.cards.${index}`;
    if (shapes[index] !== shapes[0])
      found.push(finding(path, 'cards_differ', 'All cards need the same parts: header, text and buttons.'));
    found.push(...sampleFindings(`${path}.header`, card.header));
    if (card.body) {
      found.push(
        ...lengthFindings(`${path}.body.text`, card.body.text, TEMPLATE_LIMITS.cardBody),
        ...variableFindings(`${path}.body`, card.body, variables, { edges: false, ratio: true }),
      );
    }
    if (card.buttons.length < 1 || card.buttons.length > 2)
      found.push(finding(`${path}.buttons`, 'button_count', 'A card has one or two buttons.'));
    found.push(...buttonFindings(card.buttons, variables, `${path}.buttons`));
  });
  return found;
}

function oneTimePasswordFindings(draft: TemplateDraft): Finding[] {
  const path = 'content.oneTimePassword';
  const found: Finding[] = [];
  const password = draft.content.oneTimePassword;
  if (draft.category !== 'authentication')
    found.push(finding('category', 'otp_category', 'A one-time code needs the authentication category.'));
  if (draft.content.header.kind !== 'none' || draft.content.cards)
    found.push(finding('content.header', 'header_kind', 'A one-time code has no header and no cards.'));
  const minutes = password?.expiresInMinutes;
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 90))
    found.push(finding(`${path}.expiresInMinutes`, 'expiry_range', 'Choose 1 to 90 minutes.'));
  if (password?.text !== undefined) found.push(...lengthFindings(`${path}.text`, password.text, 25));
  if (password && password.button !== 'copy_code') {
    const apps = password.apps ?? [];
    if (apps.length === 0 || apps.length > 5)
      found.push(finding(`${path}.apps`, 'apps_count', 'Name one to five apps that receive the code.'));
  }
  if (password?.button === 'zero_tap' && !password.zeroTapTermsAccepted)
    found.push(finding(`${path}.zeroTapTermsAccepted`, 'terms', 'Accept the terms of zero-tap codes.'));
  return found;
}
