// Texts of an uncertain message in its thread.
import { catalogue } from '#web/i18n.ts';

export const uncertainNoteMessages = catalogue({
  en: {
    waiting: 'The connection broke while it was sent. Waits for word from WhatsApp, until about {time}.',
    left: 'The connection broke while it was sent. Nothing proves whether WhatsApp took it.',
    sendAgain: 'Send again',
    sendAgainTitle: 'Send this message again?',
    sendAgainText: 'If WhatsApp took it the first time, the customer gets it twice.',
    leave: 'Do not wait',
  },
  it: {
    waiting:
      'La connessione si è interrotta durante l’invio. Attende notizie da WhatsApp, fino alle {time} circa.',
    left: 'La connessione si è interrotta durante l’invio. Nulla prova se WhatsApp lo ha preso.',
    sendAgain: 'Invia di nuovo',
    sendAgainTitle: 'Inviare di nuovo questo messaggio?',
    sendAgainText: 'Se WhatsApp lo ha preso la prima volta, il cliente lo riceve due volte.',
    leave: 'Non aspettare',
  },
  es: {
    waiting:
      'La conexión se cortó al enviarlo. Espera noticias de WhatsApp, hasta las {time} aproximadamente.',
    left: 'La conexión se cortó al enviarlo. Nada prueba si WhatsApp lo tomó.',
    sendAgain: 'Enviar de nuevo',
    sendAgainTitle: '¿Enviar este mensaje de nuevo?',
    sendAgainText: 'Si WhatsApp lo tomó la primera vez, el cliente lo recibe dos veces.',
    leave: 'No esperar',
  },
});
