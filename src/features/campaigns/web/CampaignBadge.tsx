// Where a campaign, or one of its recipients, stands.
import { useTranslations } from 'use-intl';
import type { CampaignRecipient, CampaignState } from '#features/campaigns/campaigns.contract.ts';
import type { Tone } from '#web/theme.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const TONES: Record<CampaignState, Tone> = {
  draft: 'neutral',
  scheduled: 'accent',
  preparing: 'accent',
  running: 'accent',
  paused: 'attention',
  completed: 'good',
  cancelled: 'neutral',
};

export function CampaignBadge({ state }: { state: CampaignState }) {
  const t = useTranslations('campaigns.state');
  return (
    <StatusBadge tone={TONES[state]} dot={state === 'running' || state === 'preparing'}>
      {t(state)}
    </StatusBadge>
  );
}

const RECIPIENT_TONES: Record<CampaignRecipient['state'], Tone> = {
  waiting: 'neutral',
  queued: 'neutral',
  uncertain: 'attention',
  held: 'attention',
  accepted: 'neutral',
  sent: 'neutral',
  delivered: 'good',
  read: 'good',
  failed: 'bad',
  excluded: 'neutral',
  cancelled: 'neutral',
};

export function RecipientBadge({ state }: Pick<CampaignRecipient, 'state'>) {
  const t = useTranslations('campaignRecipients.recipientState');
  return <StatusBadge tone={RECIPIENT_TONES[state]}>{t(state)}</StatusBadge>;
}
