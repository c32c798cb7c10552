// Which messages mean "no more marketing" or "yes, please": whole messages, compared without accents, case and marks.

export type ConsentWish = 'stop' | 'start';

/** Built in until a workspace sets its own: English, Italian, Spanish, and what senders elsewhere are used to. */
export const BUILT_IN_WORDS: Record<ConsentWish, readonly string[]> = {
  stop: [
    ...['STOP', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPT OUT', 'OPTOUT'],
    ...['STOP PROMO', 'STOP PROMOTIONS', 'BASTA', 'CANCELLA', 'CANCELLAMI', 'CANCELLA ISCRIZIONE'],
    ...['DISISCRIVI', 'DISISCRIVIMI', 'STOP PROMOZIONI', 'BAJA', 'DAR DE BAJA', 'DARME DE BAJA', 'ALTO'],
    ...['CANCELAR', 'CANCELAR SUSCRIPCION', 'NO MAS', 'STOP PROMOCIONES'],
  ],
  start: [
    ...['START', 'UNSTOP', 'SUBSCRIBE', 'RESUBSCRIBE', 'OPT IN', 'OPTIN'],
    ...['ISCRIVIMI', 'ISCRIZIONE', 'RIATTIVA', 'ALTA', 'DAR DE ALTA', 'SUSCRIBIR', 'SUSCRIBIRME'],
  ],
};

export function normaliseWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Answers what a message wishes, or null. `stop` wins where a word stands in both lists. */
export function wishReader(
  words: Record<ConsentWish, readonly string[]>,
): (text: string) => ConsentWish | null {
  const sets = {
    stop: new Set(words.stop.map(normaliseWord)),
    start: new Set(words.start.map(normaliseWord)),
  };
  return (text) => {
    // Longer texts are conversation, not a command.
    if (text.length > 80) return null;
    const word = normaliseWord(text);
    if (word === '') return null;
    return sets.stop.has(word) ? 'stop' : sets.start.has(word) ? 'start' : null;
  };
}
