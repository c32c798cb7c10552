// Says in words why a campaign, or one of its people, waits, and until when.
import { useFormatter, useTranslations } from 'use-intl';
import {
  type CampaignRecipient,
  type CampaignWait,
  WAIT_REASONS,
} from '#features/campaigns/campaigns.contract.ts';

export function useWaitWords(): (wait: CampaignWait) => string {
  const t = useTranslations('campaignWaits');
  const format = useFormatter();
  const spell = (until: string) => {
    const at = new Date(until);
    const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
    const day = (date: Date) => format.dateTime(date, { dateStyle: 'short' });
    return day(at) === day(new Date())
      ? t('today', { time })
      : t('onDay', { date: format.dateTime(at, { weekday: 'short', day: 'numeric', month: 'short' }), time });
  };
  return ({ kind, until, limit }) => {
    const time = until === null ? '' : spell(until);
    if (kind === 'winner' && until === null) return t('campaign.winner_by_hand');
    if (kind === 'messaging_limit')
      return limit === null
        ? t('campaign.messaging_limit_unknown', { time })
        : t('campaign.messaging_limit', { limit, time });
    return t(`campaign.${kind}`, { time });
  };
}

/** Null where somebody only waits for their turn. */
export function usePersonWaitWords(): (
  person: Pick<CampaignRecipient, 'reason' | 'waitsUntil'>,
) => string | null {
  const t = useTranslations('campaignWaits');
  const format = useFormatter();
  return ({ reason, waitsUntil }) => {
    const known = WAIT_REASONS.find((one) => one === reason);
    if (!known) return null;
    const words = t(`person.${known}`);
    if (waitsUntil === null) return words;
    const time = format.dateTime(new Date(waitsUntil), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return t('until', { reason: words, time });
  };
}
