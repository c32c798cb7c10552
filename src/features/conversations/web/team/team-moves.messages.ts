// Texts of assigning, putting off and closing an open conversation.
import { catalogue } from '#web/i18n.ts';

export const teamMovesMessages = catalogue({
  en: {
    company: {
      typing: '{count, plural, one {{names} is writing an answer} other {{names} are writing an answer}}',
      looking: '{count, plural, one {{names} is looking at this} other {{names} are looking at this}}',
    },
    meanwhile: {
      title: '{name} has answered meanwhile',
      text: '{name} wrote {time}: “{words}”. Send yours as well?',
      confirm: 'Send anyway',
    },
    assignedTo: 'Looked after by {names}. Change who does',
    snooze: 'Snooze',
    reopen: 'Bring back to the inbox',
    assign: {
      button: 'Assign',
      note: 'What they should know',
      noteText: 'For the team alone; whoever is new is told of it.',
    },
    close: {
      button: 'Close',
      title: 'Close: for what reason?',
      reason: 'Reason',
      other: 'Another reason',
      apply: 'Close',
      without: 'Close without a reason',
    },
  },
  it: {
    company: {
      typing:
        '{count, plural, one {{names} sta scrivendo una risposta} other {{names} stanno scrivendo una risposta}}',
      looking: '{count, plural, one {{names} sta guardando} other {{names} stanno guardando}}',
    },
    meanwhile: {
      title: '{name} ha risposto nel frattempo',
      text: '{name} ha scritto {time}: «{words}». Vuoi inviare anche la tua risposta?',
      confirm: 'Invia comunque',
    },
    assignedTo: 'Seguita da {names}. Cambia chi la segue',
    snooze: 'Posticipa',
    reopen: 'Riporta fra quelle aperte',
    assign: {
      button: 'Assegna',
      note: 'Che cosa deve sapere',
      noteText: 'Solo per la squadra; chi la riceve viene avvisato.',
    },
    close: {
      button: 'Chiudi',
      title: 'Chiudi: per quale motivo?',
      reason: 'Motivo',
      other: 'Un altro motivo',
      apply: 'Chiudi',
      without: 'Chiudi senza motivo',
    },
  },
  es: {
    company: {
      typing:
        '{count, plural, one {{names} está escribiendo una respuesta} other {{names} están escribiendo una respuesta}}',
      looking: '{count, plural, one {{names} está mirando esto} other {{names} están mirando esto}}',
    },
    meanwhile: {
      title: '{name} ha respondido mientras tanto',
      text: '{name} escribió {time}: «{words}». ¿Enviar también la tuya?',
      confirm: 'Enviar de todos modos',
    },
    assignedTo: 'La atiende {names}. Cambiar quién la atiende',
    snooze: 'Posponer',
    reopen: 'Devolver a la bandeja',
    assign: {
      button: 'Asignar',
      note: 'Lo que debe saber',
      noteText: 'Solo para el equipo; quien la recibe es avisado.',
    },
    close: {
      button: 'Cerrar',
      title: 'Cerrar: ¿por qué motivo?',
      reason: 'Motivo',
      other: 'Otro motivo',
      apply: 'Cerrar',
      without: 'Cerrar sin motivo',
    },
  },
});
