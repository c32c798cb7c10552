// Counts who answered, tapped or unsubscribed because of a campaign: each person once per campaign.
import { moveFigures } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { type Answered, campaignsConcerned, noteFirst } from './campaigns-recipients.store.ts';

export type CampaignAnswer = Answered & {
  /** A quick reply of the template was tapped. */
  tapped: boolean;
  /** It unsubscribed the person. */
  optedOut: boolean;
};

/** Call it with received messages, in the transaction that stores them. Repeating it changes nothing. */
export async function countAnswers(call: CampaignCall, answers: readonly CampaignAnswer[]): Promise<void> {
  const concerned = await campaignsConcerned(call, answers);
  if (concerned.length === 0) return;
  const given = new Map(answers.map((answer) => [`${answer.contactId} ${answer.at.getTime()}`, answer]));
  const found = concerned.map((each) => ({
    ...each,
    answer: given.get(`${each.contactId} ${each.at.getTime()}`),
  }));
  for (const campaignId of [...new Set(found.map((each) => each.campaignId))].sort()) {
    const own = found.filter((each) => each.campaignId === campaignId);
    const replied = await noteFirst(call, campaignId, 'replied_at', own);
    const clicked = await noteFirst(
      call,
      campaignId,
      'clicked_at',
      own.filter((each) => each.answer?.tapped && each.quoted),
    );
    const opted_out = await noteFirst(
      call,
      campaignId,
      'opted_out_at',
      own.filter((each) => each.answer?.optedOut),
    );
    if (replied + clicked + opted_out > 0)
      await moveFigures(call, campaignId, { replied, clicked, opted_out });
  }
}

/** Counts people who unsubscribed without writing, such as by WhatsApp's own switch. */
export async function countOptOuts(
  call: CampaignCall,
  people: readonly { contactId: string; at: Date }[],
): Promise<void> {
  const concerned = await campaignsConcerned(
    call,
    people.map((person) => ({ ...person, replyToId: null })),
  );
  for (const campaignId of [...new Set(concerned.map((each) => each.campaignId))].sort()) {
    const opted_out = await noteFirst(
      call,
      campaignId,
      'opted_out_at',
      concerned.filter((each) => each.campaignId === campaignId),
    );
    if (opted_out > 0) await moveFigures(call, campaignId, { opted_out });
  }
}
