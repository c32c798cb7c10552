/** The quick reply by which a customer leaves marketing: how it is offered, recognised and answered. */

import type { TemplateContent } from './template-model.ts';
import { meansOptOut } from './template-opt-out-words.ts';

/** What we ask WhatsApp to send back when an opt-out button is tapped, whatever the button says. */
export const OPT_OUT_PAYLOAD = 'rondine:opt_out';

/** Words of the button that we offer, by language. */
export const OPT_OUT_TEXTS: Record<string, string> = {
  en: 'Stop promotions',
  it: 'Interrompi promozioni',
  es: 'Detener promociones',
  fr: 'Arrêter les promotions',
  de: 'Werbung abbestellen',
  pt: 'Parar promoções',
};

/** The words to offer for a template in `language` (`it`, `pt_BR`): English where we have none. */
export function optOutText(language: string): string {
  return OPT_OUT_TEXTS[language.slice(0, 2)] ?? 'Stop promotions';
}

/** Index among all buttons of the one that means “no more marketing”, or undefined. */
export function optOutButton(content: Pick<TemplateContent, 'buttons'>): number | undefined {
  const index = content.buttons.findIndex(
    (button) => button.kind === 'quick_reply' && meansOptOut(button.text),
  );
  return index === -1 ? undefined : index;
}

/** Whether a tapped template button asks for no more marketing. */
export function isOptOutReply(reply: { text?: string; payload?: string }): boolean {
  if (reply.payload === OPT_OUT_PAYLOAD) return true;
  return reply.text !== undefined && meansOptOut(reply.text);
}
