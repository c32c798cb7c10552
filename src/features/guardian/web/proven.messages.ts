// Texts of the owner's word for a number that sent in bulk elsewhere.
import { catalogue } from '#web/i18n.ts';

export const provenMessages = catalogue({
  en: {
    title: 'Warmed up elsewhere',
    offer:
      'If this number sent in bulk for months before it came here, the first weeks need not be repeated. WhatsApp’s limit, the look at quality and the stop at low quality stay.',
    ownerOnly: 'Only the owner can vouch for it.',
    vouch: 'Vouch for this number',
    dialog: 'Vouch for {phone}?',
    consequence:
      'Campaigns from it may reach far more people a day from now on. If people do not know the number, they block it, and Meta bans it.',
    reason: 'Where and for how long did it send in bulk?',
    reasonHelp: 'Kept in the activity log with your name.',
    confirm: 'Vouch for {phone}',
    given: '{name} vouched for this number on {date}: “{reason}”',
    takeBack: 'Take back',
    takeBackTitle: 'Take back the word for {phone}?',
    takeBackText: 'Its days are then as small as its history here asks, also in plans that are under way.',
    done: 'The first weeks are over for {phone}',
    takenBack: '{phone} warms up by its history here',
  },
  it: {
    title: 'Già avviato altrove',
    offer:
      'Se questo numero ha fatto invii di massa per mesi prima di arrivare qui, le prime settimane non vanno ripetute. Restano il limite di WhatsApp, lo sguardo alla qualità e lo stop con qualità bassa.',
    ownerOnly: 'Solo il proprietario può garantire per il numero.',
    vouch: 'Garantisci per questo numero',
    dialog: 'Garantire per {phone}?',
    consequence:
      'Da ora le sue campagne possono raggiungere molte più persone al giorno. Se le persone non conoscono il numero lo bloccano, e Meta lo esclude.',
    reason: 'Dove e per quanto tempo ha fatto invii di massa?',
    reasonHelp: 'Resta nel registro attività con il tuo nome.',
    confirm: 'Garantisci per {phone}',
    given: '{name} ha garantito per questo numero il {date}: “{reason}”',
    takeBack: 'Ritira',
    takeBackTitle: 'Ritirare la garanzia per {phone}?',
    takeBackText:
      'I suoi giorni tornano piccoli quanto chiede la sua storia qui, anche nei piani già in corso.',
    done: 'Per {phone} le prime settimane sono finite',
    takenBack: '{phone} si avvia secondo la sua storia qui',
  },
  es: {
    title: 'Ya calentado en otro sitio',
    offer:
      'Si este número hizo envíos masivos durante meses antes de llegar aquí, no hace falta repetir las primeras semanas. Siguen el límite de WhatsApp, la mirada a la calidad y la parada con calidad baja.',
    ownerOnly: 'Solo el propietario puede responder por él.',
    vouch: 'Responder por este número',
    dialog: '¿Responder por {phone}?',
    consequence:
      'Desde ahora sus campañas pueden llegar a muchas más personas al día. Si la gente no conoce el número, lo bloquea, y Meta lo excluye.',
    reason: '¿Dónde y durante cuánto tiempo hizo envíos masivos?',
    reasonHelp: 'Queda en el registro de actividad con tu nombre.',
    confirm: 'Responder por {phone}',
    given: '{name} respondió por este número el {date}: “{reason}”',
    takeBack: 'Retirar',
    takeBackTitle: '¿Retirar la palabra por {phone}?',
    takeBackText:
      'Sus días vuelven a ser tan pequeños como pide su historia aquí, también en los planes en curso.',
    done: 'Para {phone} han terminado las primeras semanas',
    takenBack: '{phone} se calienta según su historia aquí',
  },
});
