// The sending plan of a running campaign: how far it is, what comes next, what holds it.
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import styles from '#features/guardian/web/Guardian.module.css';
import { PlanChart } from '#features/guardian/web/PlanChart.tsx';
import { api } from '#web/api.ts';
import { startDownload } from '#web/download.ts';

export function CampaignPlanCard({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('guardianPlan');
  const format = useFormatter();
  const answer = useQuery({
    ...api.campaigns.plan.queryOptions({ input: { id: campaign.id } }),
    enabled: campaign.planned,
  });
  const plan = answer.data?.plan;
  if (!plan) return null;
  const { waves, finishesOn, held, plannedBecause } = plan;
  const next = waves.find((wave) => wave.state === 'planned');
  const day = waves.filter((wave) => wave.state !== 'planned').length;
  const sum = (of: 'people' | 'fed') => waves.reduce((all, wave) => all + wave[of], 0);
  const lines = [
    t('running', { sent: sum('fed'), all: sum('people'), day, days: waves.length }),
    finishesOn &&
      t('finishes', {
        date: format.dateTime(new Date(`${finishesOn}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }),
      }),
    next &&
      !held &&
      t('next', {
        people: next.people,
        time: format.dateTime(new Date(next.dueAt), { dateStyle: 'medium', timeStyle: 'short' }),
      }),
    plannedBecause !== 'start' && t(`because.${plannedBecause}`),
  ].filter(Boolean);
  return (
    <section className={styles.card} aria-labelledby="campaign-plan">
      <Title order={2} id="campaign-plan">
        {t('title')}
      </Title>
      <p className={`${styles.quiet} figures`}>{lines.join('  ·  ')}</p>
      {held && campaign.state === 'running' && <p className={styles.text}>{t(`held.${held}`)}</p>}
      <PlanChart
        waves={waves}
        onDownload={() => startDownload(`/api/v1/campaigns/${campaign.id}/plan.csv`)}
      />
    </section>
  );
}
