// The state of a received webhook, and in words what is wrong with it.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { ReceivedWebhook } from '#features/webhooks/webhooks.contract.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

export function WebhookBadge({ webhook }: { webhook: ReceivedWebhook }) {
  const t = useTranslations('webhooks');
  if (webhook.state === 'failed') return <StatusBadge tone="bad">{t('state.failed')}</StatusBadge>;
  if (webhook.state === 'pending') return <StatusBadge tone="neutral">{t('state.pending')}</StatusBadge>;
  return webhook.unknown.length > 0 ? (
    <StatusBadge tone="attention">{t('unknown')}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{t('state.done')}</StatusBadge>
  );
}

/** Empty when nothing is. */
export function useWhatIsWrong(): (webhook: ReceivedWebhook) => string {
  const t = useTranslations('webhooks');
  return useCallback(
    ({ unknown, failure, attempts }) =>
      [
        ...(attempts > 0 ? [t('attempts', { count: attempts })] : []),
        ...(failure ? [failure] : []),
        ...unknown,
      ].join(' · '),
    [t],
  );
}
