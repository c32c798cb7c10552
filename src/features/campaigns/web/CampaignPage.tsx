// One campaign: the editor while nothing was sent, the report from then on.
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { CampaignEditor } from './CampaignEditor.tsx';
import { CampaignReport } from './CampaignReport.tsx';

export function NewCampaignPage() {
  return <CampaignEditor campaign={null} startAt={useStartAt()} />;
}

export function CampaignPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(api.campaigns.get.queryOptions({ input: { id } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  if (data.state === 'draft' || data.state === 'scheduled')
    return <CampaignEditor key={data.id} campaign={data} />;
  return <CampaignReport campaign={data} />;
}

/** The time that the address proposes for a new campaign: a day of the calendar. */
function useStartAt(): string | null {
  const { at } = useSearch({ strict: false }) as { at?: string };
  return at && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at) ? at : null;
}
