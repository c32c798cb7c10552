// Long work: how much is done, how fast it goes, how long it will take.
import { Progress } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './ProgressLine.module.css';
import { spellDuration } from './spell-duration.ts';

type Props = {
  /** Says what goes on, for screen readers and above the bar. */
  label: string;
  done: number;
  /** Unknown while the work is still being counted. */
  total: number | undefined;
  /** Per second; left out while it is not known. */
  rate?: number | undefined;
  /** Stands still on purpose: paused. */
  paused?: boolean;
};

export function ProgressLine({ label, done, total, rate, paused = false }: Props) {
  const t = useTranslations('ui.progress');
  const format = useFormatter();
  const percent = total === undefined || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  const left = total !== undefined && rate !== undefined && rate > 0 ? (total - done) / rate : undefined;
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={`${styles.figures} figures`}>
          {total === undefined
            ? format.number(done)
            : t('of', { done: format.number(done), total: format.number(total) })}
          {!paused && rate !== undefined && rate > 0 && (
            <> · {t('rate', { rate: format.number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 }) })}</>
          )}
          {!paused && left !== undefined && left >= 1 && (
            <> · {t('left', { time: spellDuration(left, format) })}</>
          )}
          {paused && <> · {t('paused')}</>}
        </span>
      </div>
      <Progress.Root size={6}>
        <Progress.Section
          value={total === undefined ? 100 : percent}
          color={paused ? 'gray.5' : undefined}
          animated={total === undefined}
          striped={total === undefined}
          aria-label={label}
        />
      </Progress.Root>
    </div>
  );
}
