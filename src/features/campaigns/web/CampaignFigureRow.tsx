// The figures of a campaign: how far it came, and whom it did not reach with the reasons.
import { useFormatter, useTranslations } from 'use-intl';
import type { CampaignFigures, Exclusion } from '#features/campaigns/campaigns.contract.ts';
import { Stat, Stats } from '#web/ui/Stat.tsx';

export function CampaignFigureRow({ figures }: { figures: CampaignFigures }) {
  const t = useTranslations('campaignRecipients');
  const format = useFormatter();
  const { audience, sent, excluded } = figures;
  const reasons = Object.entries(excluded) as [Exclusion, number][];
  const people = reasons.filter(([reason]) => reason !== 'duplicate');
  const leftOut = people.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Stats>
      <Stat label={t('figure.audience')} value={audience} />
      <Stat label={t('figure.sent')} value={sent} of={audience} />
      <Stat label={t('figure.delivered')} value={figures.delivered} of={sent} tone="good" />
      <Stat label={t('figure.read')} value={figures.read} of={sent} />
      <Stat label={t('figure.replied')} value={figures.replied} of={sent} />
      {figures.clicked > 0 && <Stat label={t('figure.clicked')} value={figures.clicked} of={sent} />}
      {figures.linkClicked > 0 && (
        <Stat label={t('figure.linkClicked')} value={figures.linkClicked} of={sent} />
      )}
      {figures.optedOut > 0 && (
        <Stat label={t('figure.optedOut')} value={figures.optedOut} of={sent} tone="attention" />
      )}
      <Stat
        label={t('figure.failed')}
        value={figures.failed}
        of={audience}
        {...(figures.failed > 0 ? { tone: 'bad' as const } : {})}
      />
      {figures.uncertain > 0 && (
        <Stat label={t('figure.uncertain')} value={figures.uncertain} tone="attention" />
      )}
      {figures.cancelled > 0 && <Stat label={t('figure.cancelled')} value={figures.cancelled} />}
      {leftOut > 0 && (
        <Stat
          label={t('figure.excluded')}
          value={leftOut}
          hint={people
            .map(([reason, count]) => `${t(`exclusion.${reason}`)} ${format.number(count)}`)
            .join(' · ')}
        />
      )}
    </Stats>
  );
}
