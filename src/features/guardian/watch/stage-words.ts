// A number's stage as a sentence, for the API, mails and logs; the web says it in the reader's language.
import type { StageState } from './quality-stage.ts';

export function stageInWords({ stage, cause, stoppedUntil, recoveringUntil, relapses }: StageState): string {
  switch (stage) {
    case 'free':
      return 'The number may send in bulk again, within its sending plan.';
    case 'stopped': {
      const why =
        cause === 'flagged'
          ? 'WhatsApp flagged the number'
          : 'People blocked or reported the number too often';
      const again = relapses > 0 ? ', again' : '';
      return `${why}${again}: campaigns from it rest until ${day(stoppedUntil)}. Answers to customers go on.`;
    }
    case 'recovering':
      return `The number recovers until ${day(recoveringUntil)}: campaigns from it stay small. Look at its quality 24 hours after each.`;
    case 'restricted':
      return 'Meta restricted the number: campaigns from it wait until the restriction ends. Answers to customers go on where Meta lets them.';
    case 'banned':
      return 'Meta banned the number: nothing can be sent in bulk. Write an appeal; WhatsApp decides.';
  }
}

function day(at: Date | null): string {
  return at?.toISOString().slice(0, 10) ?? 'further notice';
}

type Told = Record<StageState['stage'], (phone: string) => string> & { look: string };

const TOLD: Record<'en' | 'it' | 'es', Told> = {
  en: {
    free: (phone) => `${phone} may send campaigns again`,
    stopped: (phone) => `Campaigns from ${phone} were stopped: its quality is low`,
    recovering: (phone) => `${phone} recovers: small campaigns may go on`,
    restricted: (phone) => `Meta restricted ${phone}`,
    banned: (phone) => `Meta banned ${phone}`,
    look: 'See what to do',
  },
  it: {
    free: (phone) => `${phone} può di nuovo inviare campagne`,
    stopped: (phone) => `Campagne di ${phone} fermate: la qualità è bassa`,
    recovering: (phone) => `${phone} si riprende: sono ammesse piccole campagne`,
    restricted: (phone) => `Meta ha limitato ${phone}`,
    banned: (phone) => `Meta ha bandito ${phone}`,
    look: 'Che cosa fare',
  },
  es: {
    free: (phone) => `${phone} puede volver a enviar campañas`,
    stopped: (phone) => `Campañas de ${phone} detenidas: la calidad es baja`,
    recovering: (phone) => `${phone} se recupera: se permiten campañas pequeñas`,
    restricted: (phone) => `Meta restringió ${phone}`,
    banned: (phone) => `Meta bloqueó ${phone}`,
    look: 'Ver qué hacer',
  },
};

/** What a mail to the owners says first, and the words of its button. */
export function stageSubject(
  stage: string,
  phone: string,
  language: 'en' | 'it' | 'es',
): { subject: string; look: string } {
  const told = TOLD[language];
  return { subject: told[stage as StageState['stage']](phone), look: told.look };
}
