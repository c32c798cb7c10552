// The figures above the report: won, lost, win rate, how long winning takes, and what is open.
import { useNavigate } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import type { FigureLink } from '#web/ui/report/figure-link.ts';
import { Stat, Stats } from '#web/ui/Stat.tsx';
import { linksOf, type ReportScope } from './deal-report-links.ts';
import { useDealMoney } from './use-deal-money.ts';

type Props = { report: DealReport | undefined; scope: ReportScope | undefined };

/** Without figures it shows its shape. */
export function DealFigures({ report, scope }: Props) {
  const t = useTranslations('dealReport');
  const format = useFormatter();
  const spell = useDealMoney();
  const navigate = useNavigate();
  if (!report || !scope)
    return (
      <Stats label={t('figures')}>
        {(['won', 'lost', 'winRate', 'timeToWin', 'open'] as const).map((name) => (
          <Stat key={name} label={t(name)} value="–" hint={'\u00a0'} />
        ))}
      </Stats>
    );
  const { won, lost, winRate, winRateByWorth, forecast, currency } = report;
  const links = linksOf(scope);
  const open = ({ to, search }: FigureLink) => void navigate({ to, search: search as never });
  const money = (worth: number) => spell(worth, currency);
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const days = (count: number) => t('days', { days: format.number(count, { maximumFractionDigits: 1 }) });
  const ahead = forecast.reduce(
    (all, row) => ({
      count: all.count + row.count,
      worth: all.worth + row.worth,
      weighted: all.weighted + row.weighted,
    }),
    { count: 0, worth: 0, weighted: 0 },
  );
  return (
    <Stats label={t('figures')}>
      <Stat
        label={t('won')}
        value={money(won.worth)}
        hint={t('count', { count: won.count })}
        onOpen={won.count > 0 ? () => open(links.won) : undefined}
      />
      <Stat
        label={t('lost')}
        value={money(lost.worth)}
        hint={t('count', { count: lost.count })}
        onOpen={lost.count > 0 ? () => open(links.lost) : undefined}
      />
      <Stat
        label={t('winRate')}
        value={percent(winRate)}
        hint={winRateByWorth === null ? t('noneClosed') : t('byAmount', { share: percent(winRateByWorth) })}
      />
      <Stat
        label={t('timeToWin')}
        value={won.days ? days(won.days.median) : '–'}
        hint={won.days ? t('onAverage', { days: days(won.days.average) }) : t('noneWon')}
      />
      <Stat
        label={t('open')}
        value={money(ahead.worth)}
        hint={t('openHint', { count: ahead.count, amount: money(ahead.weighted) })}
        onOpen={ahead.count > 0 ? () => open(links.open) : undefined}
      />
    </Stats>
  );
}
