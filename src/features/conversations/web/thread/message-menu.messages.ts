// Texts of what can be done with one message.
import { catalogue } from '#web/i18n.ts';

export const messageMenuMessages = catalogue({
  en: {
    open: 'Actions for this message',
    reply: 'Reply',
    react: 'React with {emoji}',
    unreact: 'Take the reaction back',
    copy: 'Copy text',
    details: 'What became of it',
    again: 'Send again',
    sentAgain: 'Sent again',
  },
  it: {
    open: 'Azioni per questo messaggio',
    reply: 'Rispondi',
    react: 'Reagisci con {emoji}',
    unreact: 'Togli la reazione',
    copy: 'Copia il testo',
    details: 'Che ne è stato',
    again: 'Invia di nuovo',
    sentAgain: 'Inviato di nuovo',
  },
  es: {
    open: 'Acciones de este mensaje',
    reply: 'Responder',
    react: 'Reaccionar con {emoji}',
    unreact: 'Quitar la reacción',
    copy: 'Copiar el texto',
    details: 'Qué fue de él',
    again: 'Enviar de nuevo',
    sentAgain: 'Enviado de nuevo',
  },
});
