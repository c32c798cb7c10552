// Says what is known of a campaign's uncertain messages, and lets one decide about them.
import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './CampaignReport.module.css';

export function UncertainBox({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('uncertain');
  const mayWrite = usePermission('campaigns:write');
  const queryClient = useQueryClient();
  const settle = useMutation(
    api.campaigns.settleUncertain.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: async ({ count }, { decision }) => {
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
        toastDone(t(decision === 'leave' ? 'left' : 'sentAgain', { count }));
      },
    }),
  );
  const { id, state, figures } = campaign;
  if (figures.uncertain === 0) return null;
  const count = figures.uncertain;
  const running = state === 'running';
  const sendAgain = async () => {
    const yes = await confirm({
      title: t('sendAgainTitle', { count }),
      text: t('sendAgainText'),
      confirm: t('sendAgain'),
      danger: true,
    });
    if (yes) settle.mutate({ id, decision: 'send_again' });
  };
  return (
    <Notice tone="attention" icon={IconHelpCircle} title={t('title', { count })}>
      <div>{t(running ? 'waiting' : 'unproven')}</div>
      {mayWrite && (
        <div className={styles.choices}>
          {(running || state === 'completed') && (
            <Button size="xs" variant="default" loading={settle.isPending} onClick={() => void sendAgain()}>
              {t('sendAgain')}
            </Button>
          )}
          {running && (
            <Button
              size="xs"
              variant="subtle"
              loading={settle.isPending}
              onClick={() => settle.mutate({ id, decision: 'leave' })}
            >
              {t('leave')}
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}
