// Texts about the history that a phone app hands over.
import { catalogue } from '#web/i18n.ts';

export const numberHistoryMessages = catalogue({
  en: {
    label: 'History of the phone app',
    explain:
      'Messages from before this number was connected, as the phone app shares them. They wake nobody.',
    running: '{progress} % here, {count, plural, one {# message} other {# messages}} so far',
    finished: '{count, plural, one {# message} other {# messages}}',
    declined: 'Not shared: the owner chose so in the app',
  },
  it: {
    label: 'Cronologia dell’app',
    explain:
      'Messaggi di prima del collegamento, come l’app del telefono li condivide. Non avvisano nessuno.',
    running: '{progress} % ricevuto, {count, plural, one {# messaggio} other {# messaggi}} finora',
    finished: '{count, plural, one {# messaggio} other {# messaggi}}',
    declined: 'Non condivisa: scelta del titolare nell’app',
  },
  es: {
    label: 'Historial de la app',
    explain:
      'Mensajes anteriores a la conexión, tal como los comparte la app del teléfono. No avisan a nadie.',
    running: '{progress} % recibido, {count, plural, one {# mensaje} other {# mensajes}} hasta ahora',
    finished: '{count, plural, one {# mensaje} other {# mensajes}}',
    declined: 'No compartido: así lo eligió el titular en la app',
  },
});
