// The figures of a campaign: how far it came, and whom it did not reach with the reasons.
import { useFormatter, useTranslations } from 'use-intl';
import type { CampaignFigures, Exclusion, RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import { Stat, Stats } from '#web/ui/Stat.tsx';

type Props = { figures: CampaignFigures; onShow: (filter: RecipientFilter) => void };

export function CampaignFigureRow({ figures, onShow }: Props) {
  const show = (filter: RecipientFilter) => () => onShow(filter);
  const t = useTranslations('campaignRecipients');
  const format = useFormatter();
  const ts = useTranslations('sms');
  const { audience, sent, excluded, sms } = figures;
  const reasons = Object.entries(excluded) as [Exclusion, number][];
  const people = reasons.filter(([reason]) => reason !== 'duplicate');
  const leftOut = people.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Stats>
      <Stat label={t('figure.audience')} value={audience} />
      <Stat label={t('figure.sent')} onOpen={show('sent')} value={sent} of={audience} />
      <Stat
        label={t('figure.delivered')}
        onOpen={show('delivered')}
        value={figures.delivered}
        of={sent}
        tone="good"
      />
      <Stat label={t('figure.read')} onOpen={show('read')} value={figures.read} of={sent} />
      <Stat label={t('figure.replied')} onOpen={show('replied')} value={figures.replied} of={sent} />
      {figures.clicked > 0 && (
        <Stat label={t('figure.clicked')} onOpen={show('clicked')} value={figures.clicked} of={sent} />
      )}
      {figures.linkClicked > 0 && (
        <Stat
          label={t('figure.linkClicked')}
          onOpen={show('link_clicked')}
          value={figures.linkClicked}
          of={sent}
        />
      )}
      {figures.optedOut > 0 && (
        <Stat
          label={t('figure.optedOut')}
          onOpen={show('opted_out')}
          value={figures.optedOut}
          of={sent}
          tone="attention"
        />
      )}
      <Stat
        label={t('figure.failed')}
        onOpen={show('failed')}
        value={figures.failed}
        of={audience}
        {...(figures.failed > 0 ? { tone: 'bad' as const } : {})}
      />
      {figures.uncertain > 0 && (
        <Stat
          label={t('figure.uncertain')}
          onOpen={show('uncertain')}
          value={figures.uncertain}
          tone="attention"
        />
      )}
      {figures.cancelled > 0 && (
        <Stat label={t('figure.cancelled')} onOpen={show('cancelled')} value={figures.cancelled} />
      )}
      {leftOut > 0 && (
        <Stat
          label={t('figure.excluded')}
          onOpen={show('excluded')}
          value={leftOut}
          hint={people
            .map(([reason, count]) => `${t(`exclusion.${reason}`)} ${format.number(count)}`)
            .join(' · ')}
        />
      )}
      {sms.sent + sms.queued + sms.failed > 0 && (
        <Stat
          label={ts('figure')}
          value={sms.delivered}
          of={sms.sent + sms.failed}
          hint={ts('figureHint', {
            sent: format.number(sms.sent),
            queued: format.number(sms.queued),
            failed: format.number(sms.failed),
          })}
        />
      )}
    </Stats>
  );
}
