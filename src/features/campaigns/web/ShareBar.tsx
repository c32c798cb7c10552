// How far a campaign came, as one thin bar: read, delivered, sent, failed, and what is still to come.
import { useFormatter, useTranslations } from 'use-intl';
import type { CampaignFigures } from '#features/campaigns/campaigns.contract.ts';
import styles from './CampaignsPage.module.css';

type Props = { figures: CampaignFigures; label: string };

export function ShareBar({ figures, label }: Props) {
  const t = useTranslations('campaignRecipients.figure');
  const format = useFormatter();
  const { audience, read, delivered, sent, accepted, failed } = figures;
  if (audience === 0) return null;
  const parts = [
    { count: read, color: 'var(--tone-good-mark)', opacity: 1 },
    { count: delivered - read, color: 'var(--tone-good-mark)', opacity: 0.55 },
    { count: sent - delivered + accepted, color: 'var(--tone-accent-mark)', opacity: 0.55 },
    { count: failed, color: 'var(--tone-bad-mark)', opacity: 1 },
  ];
  const words = (['sent', 'delivered', 'read', 'failed'] as const)
    .map((name) => `${t(name)} ${format.number(figures[name])}`)
    .join(' · ');
  return (
    <div className={styles.bar} role="img" aria-label={`${label}: ${words}`} title={words}>
      {parts.map(({ count, color, opacity }, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
          key={at}
          style={{ width: `${(count / audience) * 100}%`, background: color, opacity }}
        />
      ))}
    </div>
  );
}
