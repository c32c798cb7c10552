/** The quick reply by which a customer leaves marketing: how it is offered, recognised and answered. */
import type { TemplateContent } from './template-model.ts';

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

const RECOGNISED = new Set([
  ...Object.values(OPT_OUT_TEXTS).map(normalise),
  ...['stop', 'stop promo', 'stop messages', 'unsubscribe', 'opt out', 'no more offers', 'not interested'],
  ...['interrompi', 'basta', 'disiscrivimi', 'cancellami', 'cancella iscrizione', 'non mi interessa'],
  ...['stop promozioni', 'baja', 'darme de baja', 'cancelar suscripcion', 'no me interesa', 'detener'],
  ...['se desinscrire', 'stop pub', 'abmelden', 'abbestellen', 'cancelar inscricao', 'sair'],
]);

/** The words to offer for a template in `language` (`it`, `pt_BR`): English where we have none. */
export function optOutText(language: string): string {
  return OPT_OUT_TEXTS[language.slice(0, 2)] ?? 'Stop promotions';
}

/** Index among all buttons of the one that means “no more marketing”, or undefined. */
export function optOutButton(content: Pick<TemplateContent, 'buttons'>): number | undefined {
  const index = content.buttons.findIndex(
    (button) => button.kind === 'quick_reply' && RECOGNISED.has(normalise(button.text)),
  );
  return index === -1 ? undefined : index;
}

/** Whether a tapped template button asks for no more marketing. */
export function isOptOutReply(reply: { text?: string; payload?: string }): boolean {
  if (reply.payload === OPT_OUT_PAYLOAD) return true;
  return reply.text !== undefined && RECOGNISED.has(normalise(reply.text));
}

function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
