// What a notification says, in three languages: the same words in the product, in pushes and in mails.
import { LANGUAGES, type Language } from '#features/people/language.contract.ts';
import type { NotificationKind } from './kinds.contract.ts';
import type { Notification } from './notifications.contract.ts';

export type NotificationWords = { title: string; body: string | null };

type Part = Pick<Notification, 'kind' | 'count' | 'who' | 'by' | 'name' | 'text'>;

/** One phrase per kind; `who` is the customer, `by` the colleague, `name` the campaign, number or activity. */
type Phrases = Record<NotificationKind, (part: Filled) => string> & {
  crowd: (count: number) => string;
  summary: (count: number) => string;
  assignedBy: (by: string) => string;
  quality: Record<string, string>;
  /** By code of the refusal; others have none. */
  refused: Record<string, string>;
};
type Filled = { count: number; who: string; by: string | null; name: string };

const PHRASES: Record<Language, Phrases> = {
  en: {
    message_mine: ({ count, who }) =>
      count === 1 ? `New message from ${who}` : `${count} new messages from ${who}`,
    message_unassigned: ({ count, who }) =>
      count === 1 ? `New message from ${who}` : `${count} new messages from ${who}`,
    assigned: ({ who }) => `${who} is yours to look after`,
    mentioned: ({ by, who }) => `${by ?? 'Somebody'} mentioned you about ${who}`,
    scheduled_refused: ({ who, count }) =>
      count === 1
        ? `Your message to ${who} was not sent`
        : `${count} messages of yours to ${who} were not sent`,
    window_closing: ({ who }) => `${who} is waiting and the window closes soon`,
    snooze_over: ({ who }) => `The snooze of ${who} is over`,
    ticket_assigned: ({ name }) => `The ticket “${name}” is yours`,
    activity_due: ({ name }) => `To do: ${name}`,
    campaign_finished: ({ name }) => `The campaign “${name}” is finished`,
    campaign_stopped: ({ name, by }) => `The campaign “${name}” was paused${by ? ` by ${by}` : ''}`,
    number_quality: ({ name }) => `The quality of ${name} fell`,
    number_stopped: ({ name }) => `${name} may not send campaigns`,
    crowd: (count) => `${count} new messages in other conversations`,
    summary: (count) => `${count} new notifications`,
    assignedBy: (by) => `Assigned by ${by}`,
    quality: { low: 'It is low now.', medium: 'It is medium now.' },
    refused: {
      window_closed: 'More than 24 hours had passed since the customer wrote.',
      contact_blocked: 'The contact was blocked.',
      contact_unsubscribed: 'The contact had unsubscribed from marketing.',
      author_may_not: 'You could no longer write there.',
      template_not_sendable: 'The template was no longer approved.',
      upload_missing: 'Its file was gone.',
      not_found: 'Something that it needs was deleted.',
      given_up: 'It could not be sent for several hours.',
    },
  },
  it: {
    message_mine: ({ count, who }) =>
      count === 1 ? `Nuovo messaggio da ${who}` : `${count} nuovi messaggi da ${who}`,
    message_unassigned: ({ count, who }) =>
      count === 1 ? `Nuovo messaggio da ${who}` : `${count} nuovi messaggi da ${who}`,
    assigned: ({ who }) => `${who} è stato affidato a te`,
    mentioned: ({ by, who }) => `${by ?? 'Qualcuno'} ti ha menzionato su ${who}`,
    scheduled_refused: ({ who, count }) =>
      count === 1
        ? `Il tuo messaggio a ${who} non è partito`
        : `${count} tuoi messaggi a ${who} non sono partiti`,
    window_closing: ({ who }) => `${who} aspetta e la finestra sta per chiudersi`,
    snooze_over: ({ who }) => `La conversazione posticipata con ${who} è tornata`,
    ticket_assigned: ({ name }) => `Il ticket “${name}” è stato affidato a te`,
    activity_due: ({ name }) => `Da fare: ${name}`,
    campaign_finished: ({ name }) => `La campagna “${name}” è finita`,
    campaign_stopped: ({ name, by }) => `La campagna “${name}” è in pausa${by ? `: fermata da ${by}` : ''}`,
    number_quality: ({ name }) => `La qualità di ${name} è scesa`,
    number_stopped: ({ name }) => `${name} non può inviare campagne`,
    crowd: (count) => `${count} nuovi messaggi in altre conversazioni`,
    summary: (count) => `${count} nuove notifiche`,
    assignedBy: (by) => `Affidata da ${by}`,
    quality: { low: 'Ora è bassa.', medium: 'Ora è media.' },
    refused: {
      window_closed: 'Erano passate più di 24 ore da quando il cliente ha scritto.',
      contact_blocked: 'Il contatto era bloccato.',
      contact_unsubscribed: 'Il contatto si era disiscritto dal marketing.',
      author_may_not: 'Non potevi più scrivere lì.',
      template_not_sendable: 'Il template non era più approvato.',
      upload_missing: 'Il suo file non c’era più.',
      not_found: 'Qualcosa di necessario è stato eliminato.',
      given_up: 'Per diverse ore non è stato possibile inviarlo.',
    },
  },
  es: {
    message_mine: ({ count, who }) =>
      count === 1 ? `Nuevo mensaje de ${who}` : `${count} mensajes nuevos de ${who}`,
    message_unassigned: ({ count, who }) =>
      count === 1 ? `Nuevo mensaje de ${who}` : `${count} mensajes nuevos de ${who}`,
    assigned: ({ who }) => `Ahora atiendes a ${who}`,
    mentioned: ({ by, who }) => `${by ?? 'Alguien'} te mencionó sobre ${who}`,
    scheduled_refused: ({ who, count }) =>
      count === 1 ? `Tu mensaje a ${who} no se envió` : `${count} mensajes tuyos a ${who} no se enviaron`,
    window_closing: ({ who }) => `${who} espera y la ventana se cierra pronto`,
    snooze_over: ({ who }) => `La conversación pospuesta con ${who} ha vuelto`,
    ticket_assigned: ({ name }) => `El ticket “${name}” es ahora tuyo`,
    activity_due: ({ name }) => `Por hacer: ${name}`,
    campaign_finished: ({ name }) => `La campaña “${name}” ha terminado`,
    campaign_stopped: ({ name, by }) => `La campaña “${name}” está en pausa${by ? `: la detuvo ${by}` : ''}`,
    number_quality: ({ name }) => `La calidad de ${name} ha bajado`,
    number_stopped: ({ name }) => `${name} no puede enviar campañas`,
    crowd: (count) => `${count} mensajes nuevos en otras conversaciones`,
    summary: (count) => `${count} notificaciones nuevas`,
    assignedBy: (by) => `Asignada por ${by}`,
    quality: { low: 'Ahora es baja.', medium: 'Ahora es media.' },
    refused: {
      window_closed: 'Habían pasado más de 24 horas desde que el cliente escribió.',
      contact_blocked: 'El contacto estaba bloqueado.',
      contact_unsubscribed: 'El contacto se había dado de baja del marketing.',
      author_may_not: 'Ya no podías escribir ahí.',
      template_not_sendable: 'La plantilla ya no estaba aprobada.',
      upload_missing: 'Su archivo ya no estaba.',
      not_found: 'Se eliminó algo que necesita.',
      given_up: 'Durante varias horas no se pudo enviar.',
    },
  },
};

/** `preview`: whether what people wrote may be shown where others could see it. */
export function wordsOf(part: Part, language: Language, preview: boolean): NotificationWords {
  const phrases = PHRASES[LANGUAGES.find((each) => each === language) ?? 'en'];
  const isMessage = part.kind === 'message_mine' || part.kind === 'message_unassigned';
  if (isMessage && part.who === null) return { title: phrases.crowd(part.count), body: null };
  const filled = { count: part.count, who: part.who ?? '', by: part.by, name: part.name ?? '' };
  return { title: phrases[part.kind](filled), body: bodyOf(part, phrases, preview) };
}

function bodyOf(part: Part, phrases: Phrases, preview: boolean): string | null {
  switch (part.kind) {
    case 'message_mine':
    case 'message_unassigned':
    case 'mentioned':
      return preview ? part.text : null;
    case 'assigned':
    case 'ticket_assigned':
      return part.by === null ? null : phrases.assignedBy(part.by);
    case 'scheduled_refused':
      return phrases.refused[part.text ?? ''] ?? null;
    case 'number_quality':
      return phrases.quality[part.text ?? ''] ?? null;
    default:
      return part.text;
  }
}

/** “12 new notifications”. */
export function summaryWords(count: number, language: Language): string {
  return PHRASES[language].summary(count);
}

/** Path in the product that shows what the notification is about. */
export function pathOf({
  kind,
  conversationId,
  subjectId,
}: Pick<Notification, 'kind' | 'conversationId' | 'subjectId'>): string {
  if (conversationId !== null) return `/inbox?open=${conversationId}`;
  if (kind.startsWith('campaign_') && subjectId !== null) return `/campaigns/${subjectId}`;
  if (kind === 'ticket_assigned' && subjectId !== null) return `/tickets/${subjectId}`;
  if (kind === 'activity_due' && subjectId !== null) return `/deals/${subjectId}`;
  if (kind.startsWith('number_')) return '/number-health';
  return '/inbox';
}

const TRIAL: Record<Language, { title: string; body: string }> = {
  en: { title: 'Notifications work', body: 'This is how Rondine tells you on this device.' },
  it: { title: 'Le notifiche funzionano', body: 'Così Rondine ti avvisa su questo dispositivo.' },
  es: { title: 'Las notificaciones funcionan', body: 'Así te avisa Rondine en este dispositivo.' },
};

/** Of the push that tries a device. */
export function trialWords(language: Language): { title: string; body: string } {
  return TRIAL[language];
}
