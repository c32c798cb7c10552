// The SQL that writes what people say of a campaign: drafts made, changed and deleted.
import type { CampaignHours, ErrorLimit } from '#features/sending/sending.contract.ts';
import type {
  CampaignAudience,
  CampaignLinks,
  CampaignSplit,
  CampaignVariables,
} from './campaigns.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';

export type CampaignWrite = {
  name?: string;
  number_id?: string | null;
  template_id?: string | null;
  variables?: CampaignVariables;
  audience?: CampaignAudience;
  planned?: boolean;
  links?: CampaignLinks;
  sms_text?: string | null;
  split?: CampaignSplit | null;
  hours?: CampaignHours | null;
  error_limit?: ErrorLimit | null;
  wished_time?: string | null;
  wished_each_zone?: boolean;
};

const asColumns = ({ variables, audience, links, split, hours, error_limit, ...plain }: CampaignWrite) => ({
  ...plain,
  ...(hours === undefined ? {} : { hours: hours && JSON.stringify(hours) }),
  ...(error_limit === undefined ? {} : { error_limit: error_limit && JSON.stringify(error_limit) }),
  ...(variables ? { variables: JSON.stringify(variables) } : {}),
  ...(audience ? { audience: JSON.stringify(audience) } : {}),
  ...(links ? { links: JSON.stringify(links) } : {}),
  ...(split === undefined ? {} : { split: split && JSON.stringify(split) }),
});

export async function insertCampaign(
  call: CampaignCall,
  id: string,
  write: CampaignWrite & { name: string; retry_of?: string | null },
): Promise<void> {
  await call.tx
    .insertInto('campaigns')
    .values({
      workspace_id: call.workspaceId,
      id,
      state: 'draft',
      ...asColumns(write),
      name: write.name,
      created_by: JSON.stringify(call.actor),
      created_at: call.now,
      updated_at: call.now,
    })
    .execute();
}

export async function updateCampaign(call: CampaignCall, id: string, write: CampaignWrite): Promise<void> {
  await call.tx
    .updateTable('campaigns')
    .set({ ...asColumns(write), updated_at: call.now })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteCampaign(call: CampaignCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('campaigns')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}
