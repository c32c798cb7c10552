// A campaign that was started: progress while it runs, the figures, who got it, and what can be done.
import { Button, Menu } from '@mantine/core';
import { IconCopy, IconDownload, IconPencil, IconPlayerPause, IconRefresh, IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign, RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import { useCostWords } from '#features/rates/web/use-money.ts';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import { usePermission } from '#web/session.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { ProgressLine } from '#web/ui/ProgressLine.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { CampaignBadge } from './CampaignBadge.tsx';
import { CampaignFigureRow } from './CampaignFigureRow.tsx';
import { CampaignPlanCard } from './CampaignPlanCard.tsx';
import styles from './CampaignReport.module.css';
import { useCampaignActions } from './campaign-actions.ts';
import { LinkFigures } from './LinkFigures.tsx';
import { RecipientPanel } from './RecipientPanel.tsx';
import { Recipients } from './Recipients.tsx';
import { ResumeButton } from './ResumeButton.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { UncertainBox } from './UncertainBox.tsx';
import { usePauseWords } from './use-pause-words.ts';
import { useRate } from './use-rate.ts';
import { useWaitWords } from './use-wait-words.ts';

type Props = { campaign: Campaign };

export function CampaignReport({ campaign }: Props) {
  const t = useTranslations('campaigns');
  const mayWrite = usePermission('campaigns:write');
  const actions = useCampaignActions();
  const [{ open }, setFilters] = useFilters<{ show?: RecipientFilter; open?: string }>();
  const close = useCallback(() => setFilters({ open: null }, { replace: false }), [setFilters]);
  const { state, figures } = campaign;
  const done = figures.audience - figures.waiting - figures.queued;
  const waitWords = useWaitWords();
  const rate = useRate(done, state === 'running');
  const speak = usePauseWords();
  const stoppable = state === 'running' || state === 'paused' || state === 'preparing';
  return (
    <>
      <PageHeader
        title={campaign.name}
        back={{ to: '/campaigns', label: t('back') }}
        badge={<CampaignBadge state={state} />}
        action={mayWrite && <MainAction campaign={campaign} actions={actions} />}
        menu={
          <>
            <Menu.Item
              leftSection={<IconDownload size={16} />}
              component="a"
              href={`/api/v1/campaigns/${campaign.id}/recipients.csv?workspace=${currentWorkspaceId() ?? ''}`}
            >
              {t('export')}
            </Menu.Item>
            {mayWrite && (
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => actions.clone(campaign)}>
                {t('clone')}
              </Menu.Item>
            )}
            {mayWrite && figures.failed > 0 && (
              <Menu.Item
                leftSection={<IconRefresh size={16} />}
                onClick={() => actions.retryFailed(campaign)}
              >
                {t('retryFailed')}
              </Menu.Item>
            )}
            {mayWrite && stoppable && (
              <Menu.Item
                color="red"
                leftSection={<IconX size={16} />}
                onClick={() => void actions.cancel(campaign)}
              >
                {t('cancel')}
              </Menu.Item>
            )}
          </>
        }
      />
      <div className={styles.page}>
        <Facts campaign={campaign} />
        {campaign.pausedReason && (
          <Notice
            tone="attention"
            icon={IconPlayerPause}
            title={t(campaign.pausedReason.kind === 'by_person' ? 'paused.byPerson' : 'paused.byItself')}
          >
            <div>{speak(campaign.pausedReason)}</div>
            <div>{t('paused.keeps')}</div>
          </Notice>
        )}
        {stoppable && (
          <ProgressLine
            label={
              campaign.waitsFor
                ? waitWords(campaign.waitsFor)
                : t(state === 'preparing' ? 'progress.preparing' : 'progress.running')
            }
            done={done}
            total={state === 'preparing' ? undefined : figures.audience}
            rate={campaign.waitsFor ? undefined : rate}
            paused={state === 'paused'}
          />
        )}
        {campaign.planned && <CampaignPlanCard campaign={campaign} />}
        <CampaignFigureRow figures={figures} onShow={(show) => setFilters({ show })} />
        <UncertainBox campaign={campaign} />
        {campaign.split && <SplitPanel campaign={campaign} />}
        <LinkFigures campaign={campaign} />
      </div>
      <Recipients
        campaign={campaign}
        onOpen={(open) => setFilters({ open }, { replace: false })}
        openId={open}
      />
      {open && <RecipientPanel key={open} campaignId={campaign.id} contactId={open} onClose={close} />}
    </>
  );
}

type ActionProps = Props & { actions: ReturnType<typeof useCampaignActions> };

function MainAction({ campaign, actions }: ActionProps) {
  const t = useTranslations('campaigns');
  if (campaign.state === 'running')
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerPause size={16} />}
        loading={actions.busy}
        onClick={() => actions.pause(campaign)}
      >
        {t('pause')}
      </Button>
    );
  // It never began: what stands in its way is mended in the editor, where the guardian takes reasons too.
  if (campaign.state === 'paused' && campaign.startedAt === null)
    return (
      <Button
        leftSection={<IconPencil size={16} />}
        loading={actions.busy}
        onClick={() => actions.edit(campaign)}
      >
        {t('edit')}
      </Button>
    );
  if (campaign.state === 'paused')
    return <ResumeButton campaign={campaign} busy={actions.busy} onResume={() => actions.resume(campaign)} />;
  if (campaign.state === 'completed' && campaign.figures.failed > 0)
    return (
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={actions.busy}
        onClick={() => actions.retryFailed(campaign)}
      >
        {t('retryFailed')}
      </Button>
    );
  return null;
}

function Facts({ campaign }: Props) {
  const t = useTranslations('campaigns');
  const format = useFormatter();
  const { completedAt, startedAt, template, number, state } = campaign;
  const cost = useCostWords(campaign.cost);
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    template && `${template.name} · ${template.language}`,
    number && t('from', { number: number.phone }),
    startedAt && t('started', { time: time(startedAt) }),
    state === 'completed' && completedAt && t('completed', { time: time(completedAt) }),
    cost,
  ].filter(Boolean);
  return <p className={styles.facts}>{facts.join('  ·  ')}</p>;
}
