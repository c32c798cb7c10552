// Says, for the people of a campaign, whether its sending hours let them be written to now.
import type { CampaignHours } from '#features/sending/sending.contract.ts';
import { type CustomerPlace, zonesOf } from './limits/customer-zones.ts';
import { openingClock } from './limits/sending-hours.ts';
import type { SendingCall } from './sending.types.ts';
import { hoursOf, readSettings } from './sending-hours.store.ts';

const openings = openingClock();

/** Answers when a customer may be written to; null: now. `own` is what the campaign says of its hours. */
export async function campaignOpening(
  call: SendingCall,
  own: CampaignHours | null,
): Promise<(customer: CustomerPlace) => Date | null> {
  const hours = own?.kind === 'any_time' ? null : hoursOf(own, (await readSettings(call)).hours);
  if (!hours) return () => null;
  const { time_zone } = await call.tx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return (customer) => {
    const opening = openings(hours, zonesOf(customer, time_zone), call.now.getTime());
    return opening.open ? null : new Date(opening.opensAt);
  };
}
