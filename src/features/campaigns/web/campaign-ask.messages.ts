// Texts of asking for the guardian's reasons outside of the editor.
import { catalogue } from '#web/i18n.ts';

export const campaignAskMessages = catalogue({
  en: {
    text: 'On that day the guardian asks for a reason, or stops the campaign. It stays where it was until you answer.',
    stops: 'Mend it in the campaign, or choose another day.',
    goOn: 'Move all the same',
    stay: 'Leave it where it was',
  },
  it: {
    text: 'In quel giorno il guardiano chiede un motivo o ferma la campagna. Resta dov’era finché non rispondi.',
    stops: 'Correggila nella campagna o scegli un altro giorno.',
    goOn: 'Sposta comunque',
    stay: 'Lasciala dov’era',
  },
  es: {
    text: 'Ese día el guardián pide un motivo o detiene la campaña. Se queda donde estaba hasta que respondas.',
    stops: 'Corrígela en la campaña o elige otro día.',
    goOn: 'Mover de todos modos',
    stay: 'Dejarla donde estaba',
  },
});
