// The SQL that makes each recipient due when their own clock shows the campaign's time.
import { sql } from 'kysely';
import { zonesOf } from '#features/sending/sending.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { instantOfLocalTime } from './local-time.ts';

type Place = { phone: string | null; country: string | null; zone: string | null };

/**
 * Two statements, however many people: what tells the zone (the first digits of the phone, the country of the WhatsApp
 * user id, the field TIME_ZONE) is asked once for all who share it. In countries of several zones the main one counts.
 */
export async function makeDueLocally(call: CampaignCall, campaignId: string, local: string): Promise<void> {
  const people = sql`campaign_recipients r join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id`;
  const own = sql`r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId} and r.state = 'waiting'`;
  const phone = sql`coalesce(left(c.phone, 8), '')`;
  const country = sql`coalesce(left(c.wa_user_id, 2), '')`;
  const told = sql`coalesce(c.fields ->> 'TIME_ZONE', '')`;
  const { time_zone: otherwise } = await call.tx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<Place>`
    select distinct ${phone} as phone, ${country} as country, ${told} as zone from ${people} where ${own}`.execute(
    call.tx,
  );
  const due = rows.map((place) => {
    const fields = { TIME_ZONE: place.zone };
    // The first digits tell the country; the others only make it a whole number.
    const whole = place.phone ? place.phone.padEnd(12, '0') : null;
    const [zone = otherwise] = zonesOf({ phone: whole, userId: place.country || null, fields }, otherwise);
    return instantOfLocalTime(local, zone);
  });
  await sql`
    update campaign_recipients r set due_at = p.due_at
    from contacts c, unnest(${rows.map((row) => row.phone)}::text[], ${rows.map((row) => row.country)}::text[],
      ${rows.map((row) => row.zone)}::text[], ${due}::timestamptz[]) p(phone, country, zone, due_at)
    where ${own} and c.workspace_id = r.workspace_id and c.id = r.contact_id
      and ${phone} = p.phone and ${country} = p.country and ${told} = p.zone`.execute(call.tx);
}
