// Recognises words on a button that mean “no more marketing”, in the languages in which templates are written. Pure.

/** Buttons that say it without naming what should stop. */
const WHOLE = new Set([
  ...[
    'stop',
    'unsubscribe',
    'unsubscribe me',
    'opt out',
    'not interested',
    'i m not interested',
    'remove me',
  ],
  ...['interrompi', 'basta', 'disiscrivimi', 'disiscriviti', 'cancellami', 'cancella iscrizione'],
  ...['annulla iscrizione', 'non mi interessa', 'non sono interessato', 'non sono interessata'],
  ...['baja', 'darme de baja', 'darse de baja', 'dame de baja', 'cancelar suscripcion', 'no me interesa'],
  ...['detener', 'no estoy interesado', 'no estoy interesada'],
  ...['se desinscrire', 'stop pub', 'abmelden', 'abbestellen', 'werbung abbestellen'],
  ...['cancelar inscricao', 'sair', 'arreter les promotions', 'parar promocoes'],
]);

type Sentence = {
  /** How it begins: to stop, to want none. */
  begins: readonly string[];
  /** What should stop. */
  things: string;
  /** Words that may stand around it and change nothing. */
  around: string;
};

/** A sentence counts when it begins so, names a thing, and holds no other word: “don’t let me miss offers” does not. */
const SENTENCES: readonly Sentence[] = [
  {
    begins: [
      ...['stop', 'stop sending', 'stop sending me', 'stop receiving', 'stop getting', 'no', 'no more'],
      ...['i don t want', 'i do not want', 'don t want', 'do not want', 'don t send', 'do not send'],
      ...['please stop', 'please don t send', 'unsubscribe from', 'unsubscribe me from', 'opt out of'],
      ...['opt out from', 'turn off', 'remove me from', 'i no longer want', 'not interested in'],
    ],
    things: `ad ads advert adverts advertising advertisements promo promos promotion promotions marketing offer offers
      deals message messages newsletter newsletters notifications campaigns`,
    around: `to receive get me any more your the all of these this such promotional commercial advertising marketing
      please thanks thank you anymore from list further`,
  },
  {
    begins: [
      ...[
        'stop',
        'stop a',
        'stop alle',
        'stop agli',
        'stop ai',
        'basta',
        'basta con',
        'niente',
        'niente piu',
      ],
      ...[
        'non voglio',
        'non voglio piu',
        'non desidero',
        'non desidero piu',
        'no',
        'no a',
        'no alle',
        'no ai',
      ],
      ...['non vorrei', 'non inviatemi', 'non inviarmi', 'non mandatemi', 'non mandarmi', 'non ricevere'],
      ...['interrompi', 'interrompere', 'ferma', 'blocca', 'disattiva', 'sospendi', 'annulla', 'cancella'],
      ...['cancellami da', 'cancellami dalle', 'cancellami dai', 'disiscrivimi da', 'disiscrivimi dalle'],
      ...['rinuncio a', 'rinuncio alle', 'rifiuto', 'rifiuta', 'non mi interessano', 'smetti di inviare'],
      ...['smettete di inviare', 'smetti di ricevere', 'non mandate', 'non inviate'],
    ],
    things: `promozioni promozione promo offerte pubblicita marketing sconti messaggi newsletter notifiche
      comunicazioni campagne`,
    around: `piu altre altri altra ricevere ricevo avere le i gli la di da vostre vostri tue tuoi queste questi
      promozionali commerciali pubblicitari pubblicitarie pubblicitaria marketing grazie messaggi comunicazioni tutte
      tutti nessuna alcuna via whatsapp su`,
  },
  {
    begins: [
      ...['stop', 'no', 'no mas', 'basta de', 'no quiero', 'no quiero mas', 'ya no quiero', 'no deseo'],
      ...[
        'no deseo mas',
        'ya no deseo',
        'no enviar',
        'no enviarme',
        'no me envies',
        'no me envien',
        'no me mandes',
      ],
      ...['no recibir', 'detener', 'deten', 'parar', 'dejar de recibir', 'cancelar', 'cancela', 'desactivar'],
      ...['desactiva', 'darme de baja de', 'darme de baja de las', 'baja de', 'rechazar', 'rechazo'],
      ...['no me interesan', 'silenciar'],
    ],
    things: `promociones promocion promos promo ofertas publicidad marketing descuentos mensajes newsletter
      boletin boletines notificaciones comunicaciones campanas`,
    around: `mas recibir las los la el de sus tus vuestras estas estos otras otros promocionales comerciales
      publicitarios publicitarias marketing gracias mensajes por favor todas todos ninguna whatsapp`,
  },
];

const patterns = SENTENCES.map(({ begins, things, around }) => {
  const thing = alternatives(things.split(/\s+/));
  const other = alternatives([...around.split(/\s+/), ...things.split(/\s+/)]);
  return new RegExp(`^(?:${alternatives([...begins])})(?: (?:${other}))*? (?:${thing})(?: (?:${other}))*$`);
});

/** “No, quiero ofertas” wants them: what follows a bare no is another sentence. */
const BARE_NO = /^\s*no\s*[^\p{L}\p{N}\s]/iu;

/** Whether a button with this text says that its sender should get no more marketing. */
export function meansOptOut(text: string): boolean {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (WHOLE.has(plain)) return true;
  return !BARE_NO.test(text) && patterns.some((pattern) => pattern.test(plain));
}

/** The longest first, so that none hides another. */
function alternatives(words: string[]): string {
  return words.sort((a, b) => b.length - a.length).join('|');
}
