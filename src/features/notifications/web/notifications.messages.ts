// Texts of the bell, its list and the kinds of notifications.
import { catalogue } from '#web/i18n.ts';

export const notificationsMessages = catalogue({
  en: {
    title: 'Notifications',
    bell: 'Notifications',
    bellUnread: 'Notifications, {count, plural, one {# unread} other {# unread}}',
    close: 'Close',
    unread: 'Unread',
    markAllRead: 'Mark all as read',
    settings: 'Notification settings',
    more: 'Show more',
    nothing: 'Nothing yet',
    nothingText:
      'Here you are told of messages, assignments, mentions, campaigns and the health of your numbers.',
    nothingUnread: 'All read',
    show: {
      label: 'Which',
      all: 'All',
      unread: 'Unread',
    },
    channels: {
      app: 'In the app',
      sound: 'Sound',
      push: 'Push',
      mail: 'E-mail',
    },
    groups: {
      chats: 'Conversations',
      work: 'Tickets and campaigns',
      numbers: 'Numbers',
    },
    kinds: {
      section: 'What tells you',
      text: 'Push reaches your devices also when Rondine is closed. E-mail comes as a digest while you are away.',
      message_mine: {
        title: 'New message in a conversation of mine',
        description: 'A customer wrote in a conversation that is assigned to you.',
      },
      message_unassigned: {
        title: 'New message that nobody looks after',
        description: 'A customer wrote in a conversation that is assigned to nobody.',
      },
      assigned: {
        title: 'Conversation assigned to me',
        description: 'Somebody, or a rule, gave you a conversation.',
      },
      mentioned: {
        title: 'Mentioned in a note',
        description: 'A colleague named you in a note.',
      },
      scheduled_refused: {
        title: 'Scheduled message not sent',
        description: 'The time of a message that you scheduled came, and it could not be sent.',
      },
      window_closing: {
        title: 'Customer waiting, window closing',
        description: 'A customer waits for an answer, and in two hours only a template can be sent.',
      },
      snooze_over: {
        title: 'Snooze over',
        description: 'A snoozed conversation is back in the inbox.',
      },
      ticket_assigned: {
        title: 'Ticket assigned to me',
        description: 'Somebody made you the owner of a ticket.',
      },
      activity_due: {
        title: 'Activity of mine due',
        description: 'The moment that you asked to be reminded of an activity of a deal.',
      },
      campaign_finished: {
        title: 'Campaign finished',
        description: 'Everybody of the audience was dealt with.',
      },
      campaign_stopped: {
        title: 'Campaign paused',
        description: 'A campaign was paused by a colleague or by Rondine, or could not start.',
      },
      number_quality: {
        title: 'Quality of a number fell',
        description: 'WhatsApp lowered the quality rating of one of your numbers.',
      },
      number_stopped: {
        title: 'Number stopped',
        description: 'A number may not send campaigns, was restricted or banned. Passes quiet hours.',
      },
    },
  },
  it: {
    title: 'Notifiche',
    bell: 'Notifiche',
    bellUnread: 'Notifiche, {count, plural, one {# non letta} other {# non lette}}',
    close: 'Chiudi',
    unread: 'Non letta',
    markAllRead: 'Segna tutte come lette',
    settings: 'Impostazioni delle notifiche',
    more: 'Mostra altre',
    nothing: 'Ancora niente',
    nothingText: 'Qui trovi messaggi, assegnazioni, menzioni, campagne e la salute dei tuoi numeri.',
    nothingUnread: 'Tutto letto',
    show: {
      label: 'Quali',
      all: 'Tutte',
      unread: 'Non lette',
    },
    channels: {
      app: 'Nell’app',
      sound: 'Suono',
      push: 'Push',
      mail: 'E-mail',
    },
    groups: {
      chats: 'Conversazioni',
      work: 'Ticket e campagne',
      numbers: 'Numeri',
    },
    kinds: {
      section: 'Cosa ti avvisa',
      text: 'Le notifiche push arrivano sui tuoi dispositivi anche a Rondine chiuso. L’e-mail arriva come riepilogo quando non ci sei.',
      message_mine: {
        title: 'Nuovo messaggio in una mia conversazione',
        description: 'Un cliente ha scritto in una conversazione affidata a te.',
      },
      message_unassigned: {
        title: 'Nuovo messaggio senza assegnatario',
        description: 'Un cliente ha scritto in una conversazione che non segue nessuno.',
      },
      assigned: {
        title: 'Conversazione affidata a me',
        description: 'Qualcuno, o una regola, ti ha affidato una conversazione.',
      },
      mentioned: {
        title: 'Menzione in una nota',
        description: 'Un collega ti ha nominato in una nota.',
      },
      scheduled_refused: {
        title: 'Messaggio programmato non inviato',
        description:
          'È arrivata l’ora di un messaggio che hai programmato, e non è stato possibile inviarlo.',
      },
      window_closing: {
        title: 'Cliente in attesa, finestra in chiusura',
        description: 'Un cliente aspetta una risposta e fra due ore si potrà inviare solo un modello.',
      },
      snooze_over: {
        title: 'Posticipo finito',
        description: 'Una conversazione posticipata è tornata nella posta.',
      },
      ticket_assigned: {
        title: 'Ticket affidato a me',
        description: 'Qualcuno ti ha affidato un ticket.',
      },
      activity_due: {
        title: 'Mia attività in scadenza',
        description: 'Il momento in cui hai chiesto un promemoria per un’attività di una trattativa.',
      },
      campaign_finished: {
        title: 'Campagna finita',
        description: 'Tutti i destinatari sono stati trattati.',
      },
      campaign_stopped: {
        title: 'Campagna in pausa',
        description: 'Una campagna è stata fermata da un collega o da Rondine, o non è potuta partire.',
      },
      number_quality: {
        title: 'Qualità di un numero scesa',
        description: 'WhatsApp ha abbassato la qualità di un tuo numero.',
      },
      number_stopped: {
        title: 'Numero fermato',
        description:
          'Un numero non può inviare campagne, è limitato o bloccato. Passa anche nelle ore di silenzio.',
      },
    },
  },
  es: {
    title: 'Notificaciones',
    bell: 'Notificaciones',
    bellUnread: 'Notificaciones, {count, plural, one {# sin leer} other {# sin leer}}',
    close: 'Cerrar',
    unread: 'Sin leer',
    markAllRead: 'Marcar todas como leídas',
    settings: 'Ajustes de notificaciones',
    more: 'Mostrar más',
    nothing: 'Todavía nada',
    nothingText: 'Aquí verás mensajes, asignaciones, menciones, campañas y la salud de tus números.',
    nothingUnread: 'Todo leído',
    show: {
      label: 'Cuáles',
      all: 'Todas',
      unread: 'Sin leer',
    },
    channels: {
      app: 'En la app',
      sound: 'Sonido',
      push: 'Push',
      mail: 'Correo',
    },
    groups: {
      chats: 'Conversaciones',
      work: 'Tickets y campañas',
      numbers: 'Números',
    },
    kinds: {
      section: 'Qué te avisa',
      text: 'El push llega a tus dispositivos aunque Rondine esté cerrado. El correo llega como resumen cuando no estás.',
      message_mine: {
        title: 'Mensaje nuevo en una conversación mía',
        description: 'Un cliente escribió en una conversación asignada a ti.',
      },
      message_unassigned: {
        title: 'Mensaje nuevo que nadie atiende',
        description: 'Un cliente escribió en una conversación sin asignar.',
      },
      assigned: {
        title: 'Conversación asignada a mí',
        description: 'Alguien, o una regla, te asignó una conversación.',
      },
      mentioned: {
        title: 'Mención en una nota',
        description: 'Un compañero te nombró en una nota.',
      },
      scheduled_refused: {
        title: 'Mensaje programado no enviado',
        description: 'Llegó la hora de un mensaje que programaste, y no se pudo enviar.',
      },
      window_closing: {
        title: 'Cliente esperando, ventana a punto de cerrarse',
        description: 'Un cliente espera respuesta y en dos horas solo se podrá enviar una plantilla.',
      },
      snooze_over: {
        title: 'Fin de la pausa',
        description: 'Una conversación pospuesta ha vuelto a la bandeja.',
      },
      ticket_assigned: {
        title: 'Ticket asignado a mí',
        description: 'Alguien te hizo responsable de un ticket.',
      },
      activity_due: {
        title: 'Actividad mía pendiente',
        description: 'El momento en que pediste que se te recordara una actividad de un negocio.',
      },
      campaign_finished: {
        title: 'Campaña terminada',
        description: 'Se ha tratado a toda la audiencia.',
      },
      campaign_stopped: {
        title: 'Campaña en pausa',
        description: 'Un compañero o Rondine pausó una campaña, o no pudo empezar.',
      },
      number_quality: {
        title: 'Bajó la calidad de un número',
        description: 'WhatsApp bajó la calidad de uno de tus números.',
      },
      number_stopped: {
        title: 'Número detenido',
        description:
          'Un número no puede enviar campañas, está restringido o bloqueado. Pasa también en horas de silencio.',
      },
    },
  },
});
