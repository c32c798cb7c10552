// Gets one recipient of a campaign, with all that is known of the message.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { readCampaign } from '#features/campaigns/campaigns.store.ts';
import { readRecipient } from '#features/campaigns/campaigns-reading.store.ts';
import { readHistory } from '#features/sending/sending.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getRecipient: Handler<typeof campaignsContract.recipient> = async (call, { id, contactId }) => {
  await readCampaign(call, id);
  const recipient = await readRecipient(call, id, contactId);
  if (!recipient) throw notFound('recipient');
  const { messageId } = recipient;
  // A message that was taken back before it left is gone.
  const message = messageId === null ? null : await readHistory(call, messageId);
  return { recipient, message };
};
