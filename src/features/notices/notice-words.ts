// The words of mails to owners about what stops sending, in each language.
import type { Language } from '#features/people/language.contract.ts';
import type { ConversionTrouble } from '#whatsapp/conversions.ts';

export type NoticeLanguage = Language;

export type Said = { subject: string; lines: string[]; look: string };

type Params = Record<string, string | number>;

type Words = {
  campaignStopped(name: string, reason: string): Said;
  numberRefused(phone: string, reason: string): Said;
  limitReached(limit: string, time: string): Said;
  template: Record<'paused' | 'disabled', (name: string) => Said>;
  conversionsStopped(kind: ConversionTrouble): Said;
  /** Reasons of ours, by kind. */
  reasons: Record<string, (params: Params) => string>;
};

export const noticeWords: Record<NoticeLanguage, Words> = {
  en: {
    campaignStopped: (name, reason) => ({
      subject: `The campaign “${name}” was paused`,
      lines: [
        reason,
        'Who is left is kept: nobody else gets the message until you resume the campaign, and nobody gets it twice.',
      ],
      look: 'Look at the campaign',
    }),
    numberRefused: (phone, reason) => ({
      subject: `WhatsApp takes no messages from ${phone}`,
      lines: [
        reason,
        'Its running campaigns are paused until you resume them: nobody is lost, and nobody gets a message twice. Answers may fail.',
      ],
      look: 'Look at the number',
    }),
    limitReached: (limit, time) => ({
      subject: `The limit of ${limit} customers a day is reached`,
      lines: [
        `WhatsApp lets you write first to ${limit} customers within 24 hours, and that many were reached. Others wait by themselves.`,
        `It goes on from ${time}, as places become free. Answers to customers who wrote go on.`,
      ],
      look: 'See the limit',
    }),
    template: {
      paused: (name) => ({
        subject: `WhatsApp paused the template “${name}”`,
        lines: [
          'People blocked or reported it too often. WhatsApp ends the pause by itself the first times, then disables the template.',
          'Campaigns that use it are paused; others go on. Improve the text or the audience before you resume.',
        ],
        look: 'Look at the template',
      }),
      disabled: (name) => ({
        subject: `WhatsApp disabled the template “${name}”`,
        lines: [
          'It can never be sent again. Campaigns that use it are paused; others go on.',
          'Make a new template with another text.',
        ],
        look: 'Look at the template',
      }),
    },
    conversionsStopped: (kind) => ({
      subject: 'Meta takes no conversion events of your deals',
      lines: [
        {
          token_invalid: 'The access token is not valid any more.',
          permission_missing: 'The access token lacks the permission whatsapp_business_manage_events.',
          dataset_unknown: 'The dataset does not exist, or the access token does not reach it.',
          account_restricted: 'Meta restricts the account.',
          account_disconnected: 'The WhatsApp account of the dataset is not connected any more.',
          call_refused: 'Meta refuses the calls.',
        }[kind],
        'What waits is kept for seven days and sent once you have mended the settings.',
      ],
      look: 'Look at the settings',
    }),
    reasons: {
      too_many_failures: ({ failed, of }) => `${failed} of the last ${of} messages failed.`,
      template_recategorised: ({ template, before, after }) =>
        `WhatsApp moved the template “${template}” from ${before} to ${after}: its messages cost something else now, and other rules of consent hold.`,
    },
  },
  it: {
    campaignStopped: (name, reason) => ({
      subject: `La campagna “${name}” è stata messa in pausa`,
      lines: [
        reason,
        'Chi manca resta in attesa: nessun altro riceve il messaggio finché non riprendi la campagna, e nessuno lo riceve due volte.',
      ],
      look: 'Vedi la campagna',
    }),
    numberRefused: (phone, reason) => ({
      subject: `WhatsApp non accetta messaggi da ${phone}`,
      lines: [
        reason,
        'Le sue campagne in corso sono in pausa finché non le riprendi: nessuno va perso e nessuno riceve un messaggio due volte. Le risposte possono fallire.',
      ],
      look: 'Vedi il numero',
    }),
    limitReached: (limit, time) => ({
      subject: `Il limite di ${limit} clienti al giorno è raggiunto`,
      lines: [
        `WhatsApp ti lascia scrivere per primo a ${limit} clienti in 24 ore, e tanti sono stati raggiunti. Gli altri aspettano da soli.`,
        `Si riprende da ${time}, man mano che si liberano posti. Le risposte ai clienti che hanno scritto continuano.`,
      ],
      look: 'Vedi il limite',
    }),
    template: {
      paused: (name) => ({
        subject: `WhatsApp ha sospeso il template “${name}”`,
        lines: [
          'Troppe persone lo hanno bloccato o segnalato. Le prime volte WhatsApp toglie la sospensione da solo, poi disattiva il template.',
          'Le campagne che lo usano sono in pausa; le altre continuano. Migliora il testo o il pubblico prima di riprendere.',
        ],
        look: 'Vedi il template',
      }),
      disabled: (name) => ({
        subject: `WhatsApp ha disattivato il template “${name}”`,
        lines: [
          'Non si potrà più inviare. Le campagne che lo usano sono in pausa; le altre continuano.',
          'Crea un template nuovo con un altro testo.',
        ],
        look: 'Vedi il template',
      }),
    },
    conversionsStopped: (kind) => ({
      subject: 'Meta non accetta eventi di conversione delle tue trattative',
      lines: [
        {
          token_invalid: 'Il token di accesso non è più valido.',
          permission_missing: 'Al token di accesso manca il permesso whatsapp_business_manage_events.',
          dataset_unknown: 'Il set di dati non esiste, oppure il token di accesso non lo raggiunge.',
          account_restricted: 'Meta limita l’account.',
          account_disconnected: 'L’account WhatsApp del set di dati non è più collegato.',
          call_refused: 'Meta rifiuta le chiamate.',
        }[kind],
        'Ciò che aspetta è conservato per sette giorni e parte quando hai sistemato le impostazioni.',
      ],
      look: 'Vedi le impostazioni',
    }),
    reasons: {
      too_many_failures: ({ failed, of }) => `${failed} degli ultimi ${of} messaggi non sono riusciti.`,
      template_recategorised: ({ template, before, after }) =>
        `WhatsApp ha spostato il template “${template}” da ${before} a ${after}: ora i suoi messaggi hanno un altro costo e valgono altre regole di consenso.`,
    },
  },
  es: {
    campaignStopped: (name, reason) => ({
      subject: `La campaña “${name}” se ha puesto en pausa`,
      lines: [
        reason,
        'Quienes faltan siguen esperando: nadie más recibe el mensaje hasta que reanudes la campaña, y nadie lo recibe dos veces.',
      ],
      look: 'Ver la campaña',
    }),
    numberRefused: (phone, reason) => ({
      subject: `WhatsApp no acepta mensajes de ${phone}`,
      lines: [
        reason,
        'Sus campañas en curso están en pausa hasta que las reanudes: nadie se pierde y nadie recibe un mensaje dos veces. Las respuestas pueden fallar.',
      ],
      look: 'Ver el número',
    }),
    limitReached: (limit, time) => ({
      subject: `Se ha alcanzado el límite de ${limit} clientes al día`,
      lines: [
        `WhatsApp te deja escribir primero a ${limit} clientes en 24 horas, y ya se ha llegado a tantos. Los demás esperan por sí solos.`,
        `Sigue desde ${time}, a medida que quedan plazas libres. Las respuestas a los clientes que escribieron continúan.`,
      ],
      look: 'Ver el límite',
    }),
    template: {
      paused: (name) => ({
        subject: `WhatsApp ha pausado la plantilla “${name}”`,
        lines: [
          'Demasiadas personas la bloquearon o denunciaron. Las primeras veces WhatsApp termina la pausa por sí solo; después desactiva la plantilla.',
          'Las campañas que la usan están en pausa; las demás continúan. Mejora el texto o el público antes de reanudar.',
        ],
        look: 'Ver la plantilla',
      }),
      disabled: (name) => ({
        subject: `WhatsApp ha desactivado la plantilla “${name}”`,
        lines: [
          'Ya no se podrá enviar. Las campañas que la usan están en pausa; las demás continúan.',
          'Crea una plantilla nueva con otro texto.',
        ],
        look: 'Ver la plantilla',
      }),
    },
    conversionsStopped: (kind) => ({
      subject: 'Meta no acepta eventos de conversión de tus negocios',
      lines: [
        {
          token_invalid: 'El token de acceso ya no es válido.',
          permission_missing: 'Al token de acceso le falta el permiso whatsapp_business_manage_events.',
          dataset_unknown: 'El conjunto de datos no existe, o el token de acceso no llega a él.',
          account_restricted: 'Meta restringe la cuenta.',
          account_disconnected: 'La cuenta de WhatsApp del conjunto de datos ya no está conectada.',
          call_refused: 'Meta rechaza las llamadas.',
        }[kind],
        'Lo que espera se guarda siete días y sale en cuanto arregles los ajustes.',
      ],
      look: 'Ver los ajustes',
    }),
    reasons: {
      too_many_failures: ({ failed, of }) => `Fallaron ${failed} de los últimos ${of} mensajes.`,
      template_recategorised: ({ template, before, after }) =>
        `WhatsApp movió la plantilla “${template}” de ${before} a ${after}: sus mensajes ahora cuestan otra cosa y rigen otras reglas de consentimiento.`,
    },
  },
};
