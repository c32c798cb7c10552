// The campaigns that run now, then the latest ones, each with how far it came.
import { Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { CampaignSummary } from '#features/campaigns/campaigns.contract.ts';
import { CampaignBadge } from '#features/campaigns/web/CampaignBadge.tsx';
import { ShareBar } from '#features/campaigns/web/ShareBar.tsx';
import { api } from '#web/api.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './Overview.module.css';

const SHOWN = 5;

export function CampaignsCard() {
  const t = useTranslations('reports.campaigns');
  const running = useQuery(api.campaigns.list.queryOptions({ input: { state: 'running', limit: SHOWN } }));
  const latest = useQuery(api.campaigns.list.queryOptions({ input: { limit: SHOWN } }));
  const shown = [...(running.data?.items ?? []), ...(latest.data?.items ?? [])]
    .filter((one, at, all) => all.findIndex((other) => other.id === one.id) === at)
    .slice(0, SHOWN);
  return (
    <section className={styles.card} aria-labelledby="campaigns-title">
      <div className={styles.head}>
        <Title order={2} id="campaigns-title">
          {t('title')}
        </Title>
        <Link to="/campaigns" className={styles.more}>
          {t('all')}
        </Link>
      </div>
      {latest.isPending && <Skeleton height={120} m="md" mt={4} w="auto" />}
      {latest.data && shown.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      <ul className={styles.rows}>
        {shown.map((one) => (
          <Row key={one.id} campaign={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ campaign }: { campaign: CampaignSummary }) {
  const t = useTranslations('reports.campaigns');
  const format = useFormatter();
  const { id, name, state, figures, startedAt, createdAt } = campaign;
  const done = figures.audience - figures.waiting - figures.queued;
  const atWork = state === 'running' || state === 'paused';
  return (
    <li>
      <Link to="/campaigns/$id" params={{ id }} className={styles.row}>
        <span className={styles.two}>
          <span className={styles.name}>{name}</span>
          <span className={`${styles.note} figures`}>
            {startedAt === null
              ? t('draft')
              : atWork
                ? t('progress', { done: format.number(done), total: format.number(figures.audience) })
                : t('outcome', {
                    sent: format.number(figures.sent),
                    read: format.number(figures.read),
                    failed: format.number(figures.failed),
                  })}
          </span>
        </span>
        <span className={styles.aside}>
          <CampaignBadge state={state} />
          <RelativeTime at={startedAt ?? createdAt} />
        </span>
        {startedAt !== null && (
          <span className={styles.wide}>
            <ShareBar figures={figures} label={name} />
          </span>
        )}
      </Link>
    </li>
  );
}
