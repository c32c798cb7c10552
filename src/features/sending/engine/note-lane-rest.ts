// Notes why bulk of a number rests, and tells it where no pause of ours ends it.
import { publish } from '#events/publish.ts';
import { noteTokenInvalid } from '#features/numbers/numbers.ts';
import { stopsCampaign } from '#features/sending/fates.ts';
import type { SendingCall } from '#features/sending/sending.types.ts';
import { restLane } from '#features/sending/sending-lanes.store.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';

export async function noteLaneRest(
  call: SendingCall,
  numberId: string,
  until: Date,
  failure: Failure,
): Promise<void> {
  const { kind, message: text } = failure;
  const isNews = await restLane(call, numberId, { until, kind, text });
  // The account tells it where the token is the matter.
  if (kind === 'token_invalid') await noteTokenInvalid(call, numberId, text);
  else if (isNews && stopsCampaign(failure)) await publish(call, 'number.refused', numberId, { kind, text });
}
