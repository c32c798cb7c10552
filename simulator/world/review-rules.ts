// What the imitated reviewer objects to in a template that is formally correct.

import type { Template } from './templates.ts';
import { buttonsOf, component } from './templates.ts';

export type Verdict = { rejected: string; why?: string } | { category: string };

const SHORT_LINKS = /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|is\.gd|cutt\.ly|rebrand\.ly)\//i;
const CHAT_LINKS = /\b(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com)\//i;
const SCAM = /(?:card number|cvv|full social security|password|seed phrase|numero di carta|codice cvv)/i;
const ABUSE = /(?:kill you|or else we will|pay now or|idiot|ti ammazzo)/i;
const FORBIDDEN_GOODS = /(?:cocaine|firearms?|casino bonus|counterfeit)/i;
const PROMOTION =
  /(?:\b\d+\s?% off\b|discount|special offer|limited time|coupon|black friday|sconto|saldi|offerta|promo(?:zione)?\b|descuento|oferta|rebajas)/i;

/**
 * Judges a template. A name that contains `rejected_<reason>` (such as `rejected_scam`) is always rejected with that
 * reason; texts are judged by a few words in English, Italian and Spanish.
 */
export function reviewVerdict(template: Template): Verdict | undefined {
  const named =
    /rejected_(abusive_content|incorrect_category|invalid_format|promotional|scam|tag_content_mismatch)/.exec(
      template.name,
    );
  if (named) return { rejected: named[1]!.toUpperCase() };
  const urls = buttonsOf(template).map((button) => button.url ?? '');
  const text = [
    component(template, 'HEADER')?.text,
    component(template, 'BODY')?.text,
    component(template, 'FOOTER')?.text,
  ]
    .filter(Boolean)
    .join('\n');
  if (SHORT_LINKS.test(text) || urls.some((url) => SHORT_LINKS.test(url))) {
    return { rejected: 'INVALID_FORMAT', why: 'Shortened links hide where they lead.' };
  }
  if (CHAT_LINKS.test(text) || urls.some((url) => CHAT_LINKS.test(url))) {
    return { rejected: 'INVALID_FORMAT', why: 'Links to WhatsApp itself are not allowed in templates.' };
  }
  if (SCAM.test(text)) return { rejected: 'SCAM' };
  if (ABUSE.test(text) || FORBIDDEN_GOODS.test(text)) return { rejected: 'ABUSIVE_CONTENT' };
  if (template.category === 'UTILITY' && PROMOTION.test(text)) {
    return template.allowCategoryChange ? { category: 'MARKETING' } : { rejected: 'TAG_CONTENT_MISMATCH' };
  }
  return undefined;
}
