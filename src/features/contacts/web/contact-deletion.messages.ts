// Texts of deleting a contact with everything of theirs.
import { catalogue } from '#web/i18n.ts';

export const contactDeletionMessages = catalogue({
  en: {
    title: 'Delete {name} for good?',
    text: 'Everything of this contact is deleted, also files and what is waiting to be sent. This cannot be undone.',
    count: {
      conversations: '{count, plural, one {# conversation} other {# conversations}}',
      messages: '{count, plural, one {# message} other {# messages}}',
      files: '{count, plural, one {# file} other {# files}}',
      notes: '{count, plural, one {# note} other {# notes}}',
      tickets: '{count, plural, one {# ticket} other {# tickets}}',
      deals: 'their place in {count, plural, one {# deal} other {# deals}}',
      campaigns: 'their place in {count, plural, one {# campaign} other {# campaigns}}',
      consentChanges: '{count, plural, one {# record of consent} other {# records of consent}}',
    },
    stays:
      'The figures of campaigns and reports stay as they are. If this person writes again, they are a new contact.',
    type: 'Type “{name}” to confirm',
    keep: 'Keep the contact',
    confirm: 'Delete contact',
    done: '{name} was deleted',
    many: {
      counting: 'Delete contacts for good?',
      title:
        '{count, plural, =0 {Nobody is selected} one {Delete # contact for good?} other {Delete # contacts for good?}}',
      text: 'Everything of theirs is deleted, also files and what is waiting to be sent. This cannot be undone.',
      stays: 'The figures of campaigns and reports stay as they are. Whoever writes again is a new contact.',
      type: 'Type {count} to confirm',
      keep: 'Keep them',
      confirm: '{count, plural, one {Delete # contact} other {Delete # contacts}}',
      done: '{count, plural, one {# contact was deleted} other {# contacts were deleted}}',
    },
    erasing: {
      title: '{done, number} of {asked, number} deleted contacts are gone entirely',
      label: 'Deletion of contacts',
      text: 'Nobody sees them any more; what hangs on them is deleted in the background.',
    },
    unblockAll: {
      action: 'Unblock all blocked',
      nobody: 'Nobody is blocked',
      title: '{count, plural, one {Unblock # contact?} other {Unblock all # blocked contacts?}}',
      text: 'Messages may be sent to them again. Tags and consent are as before; lists do not come back.',
      confirm: '{count, plural, one {Unblock # contact} other {Unblock # contacts}}',
    },
  },
  it: {
    title: 'Eliminare {name} per sempre?',
    text: 'Tutto ciò che riguarda questo contatto viene eliminato, anche i file e ciò che attende di partire. Non si può annullare.',
    count: {
      conversations: '{count, plural, one {# conversazione} other {# conversazioni}}',
      messages: '{count, plural, one {# messaggio} other {# messaggi}}',
      files: '{count, plural, one {# file} other {# file}}',
      notes: '{count, plural, one {# nota} other {# note}}',
      tickets: '{count, plural, one {# ticket} other {# ticket}}',
      deals: 'il suo posto in {count, plural, one {# trattativa} other {# trattative}}',
      campaigns: 'il suo posto in {count, plural, one {# campagna} other {# campagne}}',
      consentChanges:
        '{count, plural, one {# registrazione di consenso} other {# registrazioni di consenso}}',
    },
    stays:
      'Le cifre di campagne e rapporti restano come sono. Se questa persona scrive di nuovo, è un contatto nuovo.',
    type: 'Scrivi “{name}” per confermare',
    keep: 'Tieni il contatto',
    confirm: 'Elimina contatto',
    done: '{name} è stato eliminato',
    many: {
      counting: 'Eliminare i contatti per sempre?',
      title:
        '{count, plural, =0 {Nessuno è selezionato} one {Eliminare # contatto per sempre?} other {Eliminare # contatti per sempre?}}',
      text: 'Tutto ciò che li riguarda viene eliminato, anche i file e ciò che attende di partire. Non si può annullare.',
      stays: 'Le cifre di campagne e rapporti restano come sono. Chi scrive di nuovo è un contatto nuovo.',
      type: 'Scrivi {count} per confermare',
      keep: 'Tienili',
      confirm: '{count, plural, one {Elimina # contatto} other {Elimina # contatti}}',
      done: '{count, plural, one {# contatto è stato eliminato} other {# contatti sono stati eliminati}}',
    },
    erasing: {
      title: '{done, number} di {asked, number} contatti eliminati non ci sono più del tutto',
      label: 'Eliminazione di contatti',
      text: 'Nessuno li vede più; ciò che dipende da loro viene eliminato in background.',
    },
    unblockAll: {
      action: 'Sblocca tutti i bloccati',
      nobody: 'Nessuno è bloccato',
      title: '{count, plural, one {Sbloccare # contatto?} other {Sbloccare tutti i # contatti bloccati?}}',
      text: 'Si può di nuovo scrivere loro. Tag e consenso restano come prima; le liste non tornano.',
      confirm: '{count, plural, one {Sblocca # contatto} other {Sblocca # contatti}}',
    },
  },
  es: {
    title: '¿Eliminar a {name} para siempre?',
    text: 'Se elimina todo lo de este contacto, también los archivos y lo que espera a enviarse. No se puede deshacer.',
    count: {
      conversations: '{count, plural, one {# conversación} other {# conversaciones}}',
      messages: '{count, plural, one {# mensaje} other {# mensajes}}',
      files: '{count, plural, one {# archivo} other {# archivos}}',
      notes: '{count, plural, one {# nota} other {# notas}}',
      tickets: '{count, plural, one {un ticket} other {# tickets}}',
      deals: 'su lugar en {count, plural, one {# negocio} other {# negocios}}',
      campaigns: 'su lugar en {count, plural, one {# campaña} other {# campañas}}',
      consentChanges:
        '{count, plural, one {# registro de consentimiento} other {# registros de consentimiento}}',
    },
    stays:
      'Las cifras de campañas e informes quedan como están. Si esta persona vuelve a escribir, es un contacto nuevo.',
    type: 'Escribe «{name}» para confirmar',
    keep: 'Conservar el contacto',
    confirm: 'Eliminar contacto',
    done: 'Se ha eliminado a {name}',
    many: {
      counting: '¿Eliminar los contactos para siempre?',
      title:
        '{count, plural, =0 {No hay nadie seleccionado} one {¿Eliminar # contacto para siempre?} other {¿Eliminar # contactos para siempre?}}',
      text: 'Se elimina todo lo suyo, también los archivos y lo que espera a enviarse. No se puede deshacer.',
      stays:
        'Las cifras de campañas e informes quedan como están. Quien vuelva a escribir es un contacto nuevo.',
      type: 'Escribe {count} para confirmar',
      keep: 'Conservarlos',
      confirm: '{count, plural, one {Eliminar # contacto} other {Eliminar # contactos}}',
      done: '{count, plural, one {Se ha eliminado # contacto} other {Se han eliminado # contactos}}',
    },
    erasing: {
      title: '{done, number} de {asked, number} contactos eliminados ya no existen en absoluto',
      label: 'Eliminación de contactos',
      text: 'Nadie los ve ya; lo que depende de ellos se elimina en segundo plano.',
    },
    unblockAll: {
      action: 'Desbloquear a todos',
      nobody: 'Nadie está bloqueado',
      title:
        '{count, plural, one {¿Desbloquear # contacto?} other {¿Desbloquear los # contactos bloqueados?}}',
      text: 'Se les puede volver a escribir. Etiquetas y consentimiento siguen igual; las listas no vuelven.',
      confirm: '{count, plural, one {Desbloquear # contacto} other {Desbloquear # contactos}}',
    },
  },
});
