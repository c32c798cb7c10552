// Texts about messages of which nobody knows whether they left.
import { catalogue } from '#web/i18n.ts';

export const uncertainMessages = catalogue({
  en: {
    title: '{count, plural, one {# message is uncertain} other {# messages are uncertain}}',
    waiting:
      'The connection broke while they were being sent, and WhatsApp has not said whether it took them. Rondine waits for word of each; what WhatsApp stays silent about although it can be heard is sent again by itself.',
    unproven:
      'The connection broke while they were being sent, and nothing proves whether WhatsApp took them. They are not sent again by themselves, so that nobody gets two.',
    sendAgain: 'Send again',
    sendAgainTitle: '{count, plural, one {Send # message again?} other {Send # messages again?}}',
    sendAgainText:
      'Whoever got the message the first time gets it twice. WhatsApp may still tell of it within hours: wait if a second one would do harm.',
    leave: 'Do not wait for them',
    leaveOne: 'Do not wait for it',
    left: '{count, plural, one {# message is left as it is} other {# messages are left as they are}}',
    sentAgain: '{count, plural, one {# message is sent again} other {# messages are sent again}}',
    reasonWaiting: 'Waits for word from WhatsApp; decided {time}',
    reasonLeft: 'Nothing proves whether it was sent. Not sent again by itself.',
  },
  it: {
    title: '{count, plural, one {# messaggio è incerto} other {# messaggi sono incerti}}',
    waiting:
      'La connessione si è interrotta durante l’invio e WhatsApp non ha detto se li ha presi. Rondine aspetta notizie di ciascuno; quello di cui WhatsApp tace, pur essendo raggiungibile, viene inviato di nuovo da solo.',
    unproven:
      'La connessione si è interrotta durante l’invio e nulla prova se WhatsApp li ha presi. Non vengono inviati di nuovo da soli, perché nessuno ne riceva due.',
    sendAgain: 'Invia di nuovo',
    sendAgainTitle:
      '{count, plural, one {Inviare di nuovo # messaggio?} other {Inviare di nuovo # messaggi?}}',
    sendAgainText:
      'Chi ha ricevuto il messaggio la prima volta lo riceve due volte. WhatsApp può darne notizia ancora per ore: aspetta, se un secondo messaggio farebbe danno.',
    leave: 'Non aspettarli',
    leaveOne: 'Non aspettarlo',
    left: '{count, plural, one {# messaggio resta com’è} other {# messaggi restano come sono}}',
    sentAgain:
      '{count, plural, one {# messaggio viene inviato di nuovo} other {# messaggi vengono inviati di nuovo}}',
    reasonWaiting: 'Attende notizie da WhatsApp; si decide {time}',
    reasonLeft: 'Nulla prova se è stato inviato. Non viene inviato di nuovo da solo.',
  },
  es: {
    title: '{count, plural, one {# mensaje es incierto} other {# mensajes son inciertos}}',
    waiting:
      'La conexión se cortó mientras se enviaban y WhatsApp no ha dicho si los tomó. Rondine espera noticias de cada uno; aquel del que WhatsApp calla, aunque se le pueda oír, se envía de nuevo solo.',
    unproven:
      'La conexión se cortó mientras se enviaban y nada prueba si WhatsApp los tomó. No se envían de nuevo solos, para que nadie reciba dos.',
    sendAgain: 'Enviar de nuevo',
    sendAgainTitle: '{count, plural, one {¿Enviar # mensaje de nuevo?} other {¿Enviar # mensajes de nuevo?}}',
    sendAgainText:
      'Quien recibió el mensaje la primera vez lo recibirá dos veces. WhatsApp puede dar noticias todavía durante horas: espera si un segundo mensaje haría daño.',
    leave: 'No esperarlos',
    leaveOne: 'No esperarlo',
    left: '{count, plural, one {# mensaje queda como está} other {# mensajes quedan como están}}',
    sentAgain: '{count, plural, one {# mensaje se envía de nuevo} other {# mensajes se envían de nuevo}}',
    reasonWaiting: 'Espera noticias de WhatsApp; se decide {time}',
    reasonLeft: 'Nada prueba si se envió. No se envía de nuevo solo.',
  },
});
