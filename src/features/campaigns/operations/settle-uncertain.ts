// Decides about a campaign's messages of which nobody knows whether they left: sent again, or left.

import { raise } from '#events/signals.ts';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { uncertainMessages } from '#features/campaigns/campaigns-reading.store.ts';
import { audit } from '#features/people/people.ts';
import { SEND_SIGNAL, settleUncertain } from '#features/sending/sending.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const settleUncertainOfCampaign: Handler<typeof campaignsContract.settleUncertain> = async (
  call,
  { id, decision, contactIds },
) => {
  const campaign = await readCampaign(call, id);
  if (decision === 'send_again' && campaign.state !== 'running' && campaign.state !== 'completed')
    throw conflict(
      `campaign_${campaign.state}`,
      'Messages are sent again only while a campaign runs or after it was completed: resume it first.',
    );
  const settled = await settleUncertain(call, await uncertainMessages(call, id, contactIds), decision);
  if (settled.length === 0) return { count: 0 };
  await audit.record(call, {
    action: `campaign.uncertain_${decision === 'leave' ? 'left' : 'sent_again'}`,
    subjectType: 'campaign',
    subjectId: id,
    details: { name: campaign.name, messages: settled.length },
  });
  const { number_id } = campaign;
  if (number_id) call.afterCommit(() => raise(call.services.db, SEND_SIGNAL, [number_id]));
  return { count: settled.length };
};
