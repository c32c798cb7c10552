// Mails the owners that a scheduled campaign did not start, with the reason.
import { mailOwners } from '#features/people/people.ts';
import type { Services } from '#operations/services.ts';
import type { CampaignCall } from './campaigns.types.ts';

type Told = { subject: (name: string) => string; lead: string; look: string };

const TOLD: Record<'en' | 'it' | 'es', Told> = {
  en: {
    subject: (name) => `The campaign “${name}” did not start`,
    lead: 'It was paused at its time because something stands in its way. Nothing was sent.',
    look: 'Look at the campaign',
  },
  it: {
    subject: (name) => `La campagna “${name}” non è partita`,
    lead: 'All’ora prevista è stata messa in pausa perché qualcosa lo impedisce. Non è stato inviato nulla.',
    look: 'Vedi la campagna',
  },
  es: {
    subject: (name) => `La campaña “${name}” no se ha iniciado`,
    lead: 'A su hora se puso en pausa porque algo lo impide. No se ha enviado nada.',
    look: 'Ver la campaña',
  },
};

/** Sent when the transaction commits. `why` says what stands in its way. */
export async function tellNotStarted(
  call: CampaignCall & { services: Services },
  campaign: { id: string; name: string },
  why: (language: keyof typeof TOLD) => string,
): Promise<void> {
  const address = `${call.services.publicUrl}/campaigns/${campaign.id}`;
  await mailOwners(call, (language) => {
    const { subject, lead, look } = TOLD[language];
    return {
      subject: subject(campaign.name),
      lines: [lead, why(language)],
      button: { label: look, address },
      ending: [],
    };
  });
}
