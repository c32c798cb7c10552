// Why a message failed, in each language, by kind: WhatsApp’s reasons and ours.

import { catalogue } from '#web/i18n.ts';
import { FAILURE_WORDS } from '#whatsapp/failure-words.ts';

const own = catalogue({
  en: {
    contact_blocked: 'The contact was blocked before the message was sent.',
    contact_unsubscribed: 'The contact unsubscribed before the message was sent.',
    contact_gone: 'The contact was deleted before the message was sent.',
    no_address: 'The contact has neither a phone number nor a WhatsApp id.',
    marketing_rests: 'WhatsApp held marketing to this person back within the last 24 hours.',
    not_delivered_in_time:
      'Not delivered in time: the phone was off or without a connection until the message ended.',
    too_many_failures: '{failed} of the last {of} messages failed.',
    template_recategorised:
      'WhatsApp moved the template “{template}” from {before} to {after}. Its messages cost something else now, and other rules of consent hold. Resume the campaign if you want to send it all the same.',
    number_resting:
      '{cause, select, flagged {WhatsApp flagged the number} other {People blocked or reported the number too often}}{relapses, plural, =0 {} other {, again}}: campaigns from it rest until {until, date, long}. Answers to customers go on.',
    number_restricted:
      'Meta restricted the number: campaigns from it wait until the restriction ends. Answers to customers go on where Meta lets them.',
    number_banned: 'Meta banned the number: nothing can be sent from it. You can appeal; WhatsApp decides.',
  },
  it: {
    contact_blocked: 'Il contatto è stato bloccato prima dell’invio del messaggio.',
    contact_unsubscribed: 'Il contatto si è disiscritto prima dell’invio del messaggio.',
    contact_gone: 'Il contatto è stato eliminato prima dell’invio del messaggio.',
    no_address: 'Il contatto non ha né un numero di telefono né un id WhatsApp.',
    marketing_rests: 'WhatsApp ha trattenuto il marketing a questa persona nelle ultime 24 ore.',
    not_delivered_in_time:
      'Non consegnato in tempo: il telefono è rimasto spento o senza connessione fino alla scadenza del messaggio.',
    too_many_failures: '{failed} degli ultimi {of} messaggi non sono riusciti.',
    template_recategorised:
      'WhatsApp ha spostato il template “{template}” da {before} a {after}. Ora i suoi messaggi hanno un altro costo e valgono altre regole di consenso. Riprendi la campagna se vuoi inviarla lo stesso.',
    number_resting:
      '{cause, select, flagged {WhatsApp ha contrassegnato il numero} other {Troppe persone hanno bloccato o segnalato il numero}}{relapses, plural, =0 {} other {, di nuovo}}: le sue campagne riposano fino al {until, date, long}. Le risposte ai clienti continuano.',
    number_restricted:
      'Meta ha limitato il numero: le sue campagne aspettano la fine della limitazione. Le risposte ai clienti continuano dove Meta le permette.',
    number_banned:
      'Meta ha escluso il numero: da qui non si può inviare nulla. Puoi fare ricorso; decide WhatsApp.',
  },
  es: {
    contact_blocked: 'El contacto se bloqueó antes de enviar el mensaje.',
    contact_unsubscribed: 'El contacto se dio de baja antes de enviar el mensaje.',
    contact_gone: 'El contacto se eliminó antes de enviar el mensaje.',
    no_address: 'El contacto no tiene ni número de teléfono ni id de WhatsApp.',
    marketing_rests: 'WhatsApp retuvo el marketing a esta persona en las últimas 24 horas.',
    not_delivered_in_time:
      'No se entregó a tiempo: el teléfono estuvo apagado o sin conexión hasta que venció el mensaje.',
    too_many_failures: 'Fallaron {failed} de los últimos {of} mensajes.',
    template_recategorised:
      'WhatsApp movió la plantilla “{template}” de {before} a {after}. Sus mensajes ahora cuestan otra cosa y rigen otras reglas de consentimiento. Reanuda la campaña si quieres enviarla de todos modos.',
    number_resting:
      '{cause, select, flagged {WhatsApp marcó el número} other {Demasiadas personas bloquearon o denunciaron el número}}{relapses, plural, =0 {} other {, otra vez}}: sus campañas descansan hasta el {until, date, long}. Las respuestas a los clientes continúan.',
    number_restricted:
      'Meta restringió el número: sus campañas esperan hasta que termine la restricción. Las respuestas a los clientes continúan donde Meta lo permite.',
    number_banned:
      'Meta bloqueó el número: no se puede enviar nada desde él. Puedes apelar; decide WhatsApp.',
  },
});

export const failuresMessages = catalogue({
  en: { ...FAILURE_WORDS.en, ...own.en },
  it: { ...FAILURE_WORDS.it, ...own.it },
  es: { ...FAILURE_WORDS.es, ...own.es },
});
