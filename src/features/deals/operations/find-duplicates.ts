// Finds deals that a new one may repeat: open ones of its contacts in the pipeline, and any with its reference.
import { sql } from 'kysely';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { readChosen } from '#features/deals/read-deals.ts';
import type { Handler } from '#operations/handle.ts';

const MOST = 10;

export const findDuplicates: Handler<typeof dealsContract.duplicates> = async (call, input) => {
  const { contactIds = [], pipelineId, reference, exceptId } = input;
  const others = sql`d.workspace_id = ${call.workspaceId} and d.id is distinct from ${exceptId ?? null}::uuid`;
  const order = sql`order by d.created_at desc, d.id desc limit ${MOST}`;
  const same = reference
    ? await readChosen(
        call,
        sql`select d.*, '' as place_text from deals d
          where ${others} and d.reference_key = lower(${reference}) ${order}`,
      )
    : [];
  const ofContacts =
    contactIds.length > 0
      ? await readChosen(
          call,
          sql`select d.*, '' as place_text from deals d where ${others} and d.state = 'open'
            and (${pipelineId ?? null}::uuid is null or d.pipeline_id = ${pipelineId ?? null}::uuid)
            and d.id in (select c.deal_id from deal_contacts c where c.workspace_id = ${call.workspaceId}
              and c.contact_id = any(${contactIds}::uuid[])) ${order}`,
        )
      : [];
  const found = new Map<string, { deal: Deal; because: 'contact' | 'reference' }>();
  for (const { deal } of same) found.set(deal.id, { deal, because: 'reference' });
  for (const { deal } of ofContacts)
    if (!found.has(deal.id)) found.set(deal.id, { deal, because: 'contact' });
  return { items: [...found.values()] };
};
