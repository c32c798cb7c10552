// The overview of a workspace at work: figures, chart, campaigns, who waits, the numbers' health.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import { allows, useWorkspace } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { CampaignsCard } from './CampaignsCard.tsx';
import { Figures } from './Figures.tsx';
import { MessagesCard } from './MessagesCard.tsx';
import { NumbersCard } from './NumbersCard.tsx';
import styles from './Overview.module.css';
import { WaitingCard } from './WaitingCard.tsx';

/** Asks again by itself: figures move with every message, and one by one they are not worth a question. */
const PAUSE_MS = 30_000;

export function OverviewPanels() {
  const workspace = useWorkspace();
  const overview = useQuery({
    ...api.reports.overview.queryOptions({ input: {} }),
    refetchInterval: PAUSE_MS,
  });
  return (
    <div className={styles.overview}>
      {overview.error && !overview.data ? (
        <div className={styles.wide}>
          <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />
        </div>
      ) : (
        <Figures periods={overview.data?.periods} />
      )}
      <div className={styles.column}>
        <MessagesCard days={overview.data?.days} />
        {allows(workspace, 'campaigns:read') && <CampaignsCard />}
      </div>
      <div className={styles.column}>
        {allows(workspace, 'chats:read') && <WaitingCard />}
        {allows(workspace, 'numbers:read') && <NumbersCard />}
      </div>
    </div>
  );
}
