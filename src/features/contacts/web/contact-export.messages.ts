// Texts of handing out what is kept of a contact.
import { catalogue } from '#web/i18n.ts';

export const contactExportMessages = catalogue({
  en: {
    action: 'Export everything',
    title: 'Export everything of {name}',
    text: 'One zip with all that is kept of this person: the contact and its fields, consent, lists and tags, tickets, deals, campaigns, and every chat with its files and what waits to be sent. The export is noted in the audit log.',
    notes: 'With what the team wrote for itself',
    notesText: 'Notes on the contact, in chats and tickets',
    cancel: 'Cancel',
    confirm: 'Export as zip',
    begun: 'The export is being written',
  },
  it: {
    action: 'Esporta tutto',
    title: 'Esporta tutto di {name}',
    text: 'Un unico zip con tutto ciò che si conserva di questa persona: il contatto e i suoi campi, il consenso, liste e tag, ticket, trattative, campagne e ogni chat con i suoi file e ciò che attende l’invio. L’esportazione viene annotata nel registro attività.',
    notes: 'Con ciò che il team ha scritto per sé',
    notesText: 'Note sul contatto, nelle chat e nei ticket',
    cancel: 'Annulla',
    confirm: 'Esporta in zip',
    begun: 'L’esportazione è in corso',
  },
  es: {
    action: 'Exportar todo',
    title: 'Exportar todo de {name}',
    text: 'Un único zip con todo lo que se guarda de esta persona: el contacto y sus campos, el consentimiento, listas y etiquetas, tickets, negocios, campañas y cada chat con sus archivos y lo que espera el envío. La exportación queda anotada en el registro de actividad.',
    notes: 'Con lo que el equipo escribió para sí',
    notesText: 'Notas sobre el contacto, en chats y tickets',
    cancel: 'Cancelar',
    confirm: 'Exportar en zip',
    begun: 'La exportación está en marcha',
  },
});
