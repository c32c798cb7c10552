// Texts of the views of the inbox, besides those that all views have.
import { catalogue } from '#web/i18n.ts';

export const inboxViewsMessages = catalogue({
  en: {
    example: 'Waiting customers from the newsletter',
    gone: { tag: 'tags', list: 'lists', assignee: 'people', number: 'numbers' },
    palette: {
      mine: 'Inbox: mine',
      unassigned: 'Inbox: unassigned',
      waiting: 'Inbox: waiting for us',
      unread: 'Inbox: unread',
      views: 'Inbox views',
    },
  },
  it: {
    example: 'Clienti in attesa dalla newsletter',
    gone: { tag: 'etichette', list: 'liste', assignee: 'persone', number: 'numeri' },
    palette: {
      mine: 'Conversazioni: le mie',
      unassigned: 'Conversazioni: non assegnate',
      waiting: 'Conversazioni: in attesa di noi',
      unread: 'Conversazioni: da leggere',
      views: 'Viste delle conversazioni',
    },
  },
  es: {
    example: 'Clientes en espera del boletín',
    gone: { tag: 'etiquetas', list: 'listas', assignee: 'personas', number: 'números' },
    palette: {
      mine: 'Conversaciones: las mías',
      unassigned: 'Conversaciones: sin asignar',
      waiting: 'Conversaciones: esperan respuesta',
      unread: 'Conversaciones: sin leer',
      views: 'Vistas de las conversaciones',
    },
  },
});
