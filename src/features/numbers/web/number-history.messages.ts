// Texts about the history that a phone app hands over.
import { catalogue } from '#web/i18n.ts';

export const numberHistoryMessages = catalogue({
  en: {
    label: 'History of the phone app',
    explain:
      'Messages from before this number was connected, as the phone app shares them. They wake nobody.',
    asked: 'Asked for; the owner may have to agree in the app',
    late: 'Not to be had: it is handed over only within 24 hours of connecting the app',
    refused: 'WhatsApp refused: {reason}',
    running: '{progress} % here, {count, plural, one {# message} other {# messages}} so far',
    finished: '{count, plural, one {# message} other {# messages}}',
    declined: 'Not shared: the owner chose so in the app',
  },
  it: {
    label: 'Cronologia dell’app',
    explain:
      'Messaggi di prima del collegamento, come l’app del telefono li condivide. Non avvisano nessuno.',
    asked: 'Richiesta; il titolare potrebbe doverla approvare nell’app',
    late: 'Non più disponibile: viene consegnata solo entro 24 ore dal collegamento dell’app',
    refused: 'WhatsApp ha rifiutato: {reason}',
    running: '{progress} % ricevuto, {count, plural, one {# messaggio} other {# messaggi}} finora',
    finished: '{count, plural, one {# messaggio} other {# messaggi}}',
    declined: 'Non condivisa: scelta del titolare nell’app',
  },
  es: {
    label: 'Historial de la app',
    explain:
      'Mensajes anteriores a la conexión, tal como los comparte la app del teléfono. No avisan a nadie.',
    asked: 'Solicitado; puede que el titular deba aceptarlo en la app',
    late: 'Ya no disponible: solo se entrega en las 24 horas tras conectar la app',
    refused: 'WhatsApp lo rechazó: {reason}',
    running: '{progress} % recibido, {count, plural, one {# mensaje} other {# mensajes}} hasta ahora',
    finished: '{count, plural, one {# mensaje} other {# mensajes}}',
    declined: 'No compartido: así lo eligió el titular en la app',
  },
});
