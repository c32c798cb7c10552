// Texts of the settings page of consent words.
import { catalogue } from '#web/i18n.ts';

export const consentWordsPageMessages = catalogue({
  en: {
    section: 'Words that set consent',
    text: 'A message that consists of nothing but one of these words changes the customer’s consent to marketing. Accents, capitals and punctuation do not matter.',
    stop: 'Unsubscribe',
    stopText: 'The customer gets no more campaigns.',
    start: 'Subscribe',
    startText: 'The customer gets campaigns again.',
    save: 'Save words',
    saved: 'Words saved',
  },
  it: {
    section: 'Parole che cambiano il consenso',
    text: 'Un messaggio composto solo da una di queste parole cambia il consenso al marketing del cliente. Accenti, maiuscole e punteggiatura non contano.',
    stop: 'Disiscrivono',
    stopText: 'Il cliente non riceve più campagne.',
    start: 'Iscrivono',
    startText: 'Il cliente riceve di nuovo le campagne.',
    save: 'Salva parole',
    saved: 'Parole salvate',
  },
  es: {
    section: 'Palabras que cambian el consentimiento',
    text: 'Un mensaje que solo contiene una de estas palabras cambia el consentimiento de marketing del cliente. Acentos, mayúsculas y puntuación no importan.',
    stop: 'Dan de baja',
    stopText: 'El cliente no recibe más campañas.',
    start: 'Dan de alta',
    startText: 'El cliente vuelve a recibir campañas.',
    save: 'Guardar palabras',
    saved: 'Palabras guardadas',
  },
});

/** Its name, which stands in the menu. */
export const consentWordsMessages = catalogue({
  en: { title: 'Unsubscribe words' },
  it: { title: 'Parole di disiscrizione' },
  es: { title: 'Palabras de baja' },
});
