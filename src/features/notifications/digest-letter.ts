// The mail that tells what was not read: a line for each, in the person's language.
import type { Language } from '#features/people/language.contract.ts';
import { type Letter, workspaceLink } from '#features/people/people.ts';
import type { Notification } from './notifications.contract.ts';
import { pathOf, wordsOf } from './words.contract.ts';

const MOST_LINES = 15;

type Texts = {
  subject: (first: string, more: number, workspace: string) => string;
  lead: (workspace: string) => string;
  more: (count: number) => string;
  open: string;
  ending: string;
};

const TEXTS: Record<Language, Texts> = {
  en: {
    subject: (first, more, workspace) => `${first}${more > 0 ? ` and ${more} more` : ''} · ${workspace}`,
    lead: (workspace) => `While you were away from ${workspace}:`,
    more: (count) => `and ${count} more.`,
    open: 'Open Rondine',
    ending: 'You choose what is mailed to you, and when, under Settings, Notifications.',
  },
  it: {
    subject: (first, more, workspace) =>
      `${first}${more > 0 ? (more === 1 ? ' e un’altra notifica' : ` e altre ${more} notifiche`) : ''} · ${workspace}`,
    lead: (workspace) => `Mentre non c’eri, in ${workspace}:`,
    more: (count) => (count === 1 ? 'e un’altra.' : `e altre ${count}.`),
    open: 'Apri Rondine',
    ending: 'Cosa ricevere per e-mail, e quando, lo scegli in Impostazioni, Notifiche.',
  },
  es: {
    subject: (first, more, workspace) => `${first}${more > 0 ? ` y ${more} más` : ''} · ${workspace}`,
    lead: (workspace) => `Mientras no estabas, en ${workspace}:`,
    more: (count) => `y ${count} más.`,
    open: 'Abrir Rondine',
    ending: 'Lo que recibes por correo, y cuándo, se elige en Ajustes, Notificaciones.',
  },
};

/** `notifications` are not empty, latest first. */
export function writeDigest(
  {
    language,
    workspaceId,
    workspaceName,
  }: { language: Language; workspaceId: string; workspaceName: string },
  notifications: readonly Notification[],
  preview: boolean,
  publicUrl: string,
): Letter {
  const texts = TEXTS[language];
  const lines = notifications.slice(0, MOST_LINES).map((each) => {
    const { title, body } = wordsOf(each, language, preview);
    return body ? `${title}: ${body}` : title;
  });
  const left = notifications.length - lines.length;
  const [first] = notifications;
  const path = notifications.length === 1 && first ? pathOf(first) : '/inbox';
  return {
    subject: texts.subject(wordsOf(first!, language, false).title, notifications.length - 1, workspaceName),
    lines: [texts.lead(workspaceName), ...lines, ...(left > 0 ? [texts.more(left)] : [])],
    button: { label: texts.open, address: workspaceLink(publicUrl, path, workspaceId) },
    ending: [texts.ending],
  };
}
