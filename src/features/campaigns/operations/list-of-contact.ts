// Lists the campaigns that one contact was a recipient of, for who may see the contact.
import { sql } from 'kysely';
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { visibleTo } from '#features/contacts/contacts.ts';
import { notFound } from '#kit/errors.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

type Row = {
  campaignId: string;
  name: string;
  at: Date;
  state: string;
  repliedAt: Date | null;
  clickedAt: Date | null;
  optedOutAt: Date | null;
};

export const listOfContact: Handler<typeof campaignsContract.ofContact> = async (call, input) => {
  const { rows: seen } = await sql`select 1 from contacts c
    where ${visibleTo(call)} and c.id = ${input.contactId}`.execute(call.tx);
  if (seen.length === 0) throw notFound('contact');
  const place = input.cursor === undefined ? undefined : decodeCursor(input.cursor, ['instant', 'id']);
  const { rows } = await sql<Row>`
    select * from (
      select r.campaign_id as "campaignId", c.name,
        date_trunc('milliseconds', coalesce(m.at, c.started_at, c.created_at)) as at,
        case when r.state = 'started' then coalesce(m.state, 'queued') else r.state end as state,
        r.replied_at as "repliedAt", least(r.clicked_at, r.link_clicked_at) as "clickedAt",
        r.opted_out_at as "optedOutAt"
      from campaign_recipients r
        join campaigns c on c.workspace_id = r.workspace_id and c.id = r.campaign_id
        left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
      where r.workspace_id = ${call.workspaceId} and r.contact_id = ${input.contactId}
    ) received
    ${place ? sql`where (at, "campaignId") < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql``}
    order by at desc, "campaignId" desc limit ${input.limit + 1}`.execute(call.tx);
  const items = rows.map((row) => ({
    ...row,
    at: iso(row.at),
    repliedAt: iso(row.repliedAt),
    clickedAt: iso(row.clickedAt),
    optedOutAt: iso(row.optedOutAt),
  }));
  return toPage(items, input.limit, (item) => [item.at, item.campaignId]);
};
