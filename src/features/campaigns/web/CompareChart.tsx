// One small row of bars for each measure, a bar for each campaign, labelled with the exact share.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslations } from 'use-intl';
import {
  CAMPAIGN_RATES,
  type CampaignRate,
  type ComparedCampaign,
} from '#features/campaigns/campaigns.contract.ts';
import styles from './ComparePage.module.css';
import { useShare } from './use-share.ts';

const BAR_HEIGHT = 28;
const NAME_WIDTH = 124;
const LABEL_ROOM = 52;
const NAME_LETTERS = 15;

type Props = { campaigns: readonly ComparedCampaign[] };

/** A measure of which no campaign has anything is left out. */
export function CompareChart({ campaigns }: Props) {
  const shown = CAMPAIGN_RATES.filter((rate) =>
    campaigns.some((campaign) => (campaign.rates[rate] ?? 0) > 0),
  );
  return (
    <div className={styles.panels}>
      {shown.map((rate) => (
        <Panel key={rate} rate={rate} campaigns={campaigns} />
      ))}
    </div>
  );
}

function Panel({ rate, campaigns }: Props & { rate: CampaignRate }) {
  const t = useTranslations('compare');
  const share = useShare();
  const bars = campaigns.map(({ id, name, rates }) => ({ id, name, share: rates[rate] }));
  const names = new Map(bars.map(({ id, name }) => [id, name]));
  const values = campaigns.map(({ name, rates }) => `${name} ${share(rates[rate])}`).join(', ');
  return (
    <div role="img" aria-label={t('bars', { rate: t(`rate.${rate}`), values })}>
      <p className={styles.panelHead}>{t(`rate.${rate}`)}</p>
      <BarChart
        h={bars.length * BAR_HEIGHT}
        data={bars}
        dataKey="id"
        orientation="vertical"
        series={[
          {
            name: 'share',
            label: t(`rate.${rate}`),
            color: rate === 'failed' ? 'var(--tone-neutral-mark)' : 'var(--mantine-primary-color-filled)',
          },
        ]}
        gridAxis="none"
        textColor="var(--text-muted)"
        maxBarWidth={16}
        withTooltip={false}
        withBarValueLabel
        valueFormatter={(value) => share(value)}
        valueLabelProps={{ position: 'right', fill: 'var(--text)', fontSize: 12 }}
        barChartProps={{ margin: { top: 0, right: LABEL_ROOM, bottom: 0, left: 0 } }}
        barProps={{ radius: [0, 3, 3, 0], isAnimationActive: false }}
        withXAxis={false}
        xAxisProps={{ domain: [0, 'dataMax'] }}
        yAxisProps={{
          width: NAME_WIDTH,
          interval: 0,
          axisLine: { stroke: 'var(--line-strong)' },
          tickFormatter: (id: string) => shortened(names.get(id) ?? ''),
        }}
      />
    </div>
  );
}

function shortened(name: string): string {
  const short = name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1).trimEnd()}…` : name;
  // One line: a label breaks at spaces otherwise.
  return short.replaceAll(' ', '\u00a0');
}
