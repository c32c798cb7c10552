// Texts of what became of a message.
import { catalogue } from '#web/i18n.ts';

export const messageHistoryMessages = catalogue({
  en: {
    title: 'What became of this message',
    open: 'What became of it: {state}',
    events: {
      written: 'Written',
      accepted: 'Taken by WhatsApp',
      held: 'Held by WhatsApp, which judges the template',
      sent: 'Sent',
      delivered: 'Delivered',
      read: 'Read',
      failed: 'Failed',
      expired: 'Not delivered in time',
    },
    code: 'WhatsApp’s code {code}',
    queue: {
      first: 'Waits to be sent.',
      later: 'Waits to be sent, from {time} on.',
      again: 'Waits for another try, from {time} on; {attempts, plural, one {# try} other {# tries}} so far.',
      claimed: 'Being sent since {time}; try {attempts}.',
      resent: 'It was sent again {resends, plural, one {once} other {# times}} after it had been uncertain.',
    },
    uncertain: {
      what: 'The connection broke while it was being sent, after {attempts, plural, one {# try} other {# tries}}. Nobody knows yet whether WhatsApp took it.',
      waits:
        'Rondine waits for word of it until {time}. If WhatsApp can be heard and says nothing, it is sent again by itself.',
      left: 'It is not sent again by itself. If WhatsApp tells of it later, that counts.',
    },
  },
  it: {
    title: 'Cosa ne è stato di questo messaggio',
    open: 'Cosa ne è stato: {state}',
    events: {
      written: 'Scritto',
      accepted: 'Preso da WhatsApp',
      held: 'Trattenuto da WhatsApp, che valuta il template',
      sent: 'Inviato',
      delivered: 'Consegnato',
      read: 'Letto',
      failed: 'Fallito',
      expired: 'Non consegnato in tempo',
    },
    code: 'Codice di WhatsApp {code}',
    queue: {
      first: 'Sta per essere inviato.',
      later: 'Attende di essere inviato, dalle {time}.',
      again:
        'Attende un altro tentativo, dalle {time}; finora {attempts, plural, one {# tentativo} other {# tentativi}}.',
      claimed: 'In invio dalle {time}; tentativo {attempts}.',
      resent:
        'È stato inviato di nuovo {resends, plural, one {una volta} other {# volte}} dopo essere stato incerto.',
    },
    uncertain: {
      what: 'La connessione si è interrotta durante l’invio, dopo {attempts, plural, one {# tentativo} other {# tentativi}}. Nessuno sa ancora se WhatsApp lo ha preso.',
      waits:
        'Rondine ne attende notizie fino alle {time}. Se WhatsApp è raggiungibile e non dice nulla, viene inviato di nuovo da solo.',
      left: 'Non viene inviato di nuovo da solo. Se WhatsApp ne dà notizia più tardi, vale quella.',
    },
  },
  es: {
    title: 'Qué fue de este mensaje',
    open: 'Qué fue de él: {state}',
    events: {
      written: 'Escrito',
      accepted: 'Tomado por WhatsApp',
      held: 'Retenido por WhatsApp, que evalúa la plantilla',
      sent: 'Enviado',
      delivered: 'Entregado',
      read: 'Leído',
      failed: 'Fallido',
      expired: 'No entregado a tiempo',
    },
    code: 'Código de WhatsApp {code}',
    queue: {
      first: 'Está a punto de enviarse.',
      later: 'Espera a enviarse, desde las {time}.',
      again:
        'Espera otro intento, desde las {time}; van {attempts, plural, one {# intento} other {# intentos}}.',
      claimed: 'Enviándose desde las {time}; intento {attempts}.',
      resent: 'Se envió de nuevo {resends, plural, one {una vez} other {# veces}} tras haber sido incierto.',
    },
    uncertain: {
      what: 'La conexión se cortó al enviarlo, tras {attempts, plural, one {# intento} other {# intentos}}. Nadie sabe todavía si WhatsApp lo tomó.',
      waits:
        'Rondine espera noticias hasta las {time}. Si se puede oír a WhatsApp y calla, se envía de nuevo solo.',
      left: 'No se envía de nuevo solo. Si WhatsApp da noticias más tarde, valen.',
    },
  },
});
