// The days of a sending plan as a table: people by how well they know the business, and how many have it.
import { useFormatter, useTranslations } from 'use-intl';
import styles from './PlanChart.module.css';

export type PlanDay = {
  day: string;
  people: number;
  warm: number;
  known: number;
  cold: number;
  fed?: number;
};

export function PlanTable({ waves }: { waves: readonly PlanDay[] }) {
  const t = useTranslations('guardianPlan');
  const format = useFormatter();
  const begun = waves.some(({ fed = 0 }) => fed > 0);
  const columns = ['people', 'warm', 'known', 'cold'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('chart')}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
            {begun && <th scope="col">{t('done')}</th>}
          </tr>
        </thead>
        <tbody>
          {waves.map((wave) => (
            <tr key={wave.day}>
              <th scope="row">
                {format.dateTime(new Date(`${wave.day}T12:00:00Z`), {
                  weekday: 'short',
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                })}
              </th>
              {columns.map((name) => (
                <td key={name}>{format.number(wave[name])}</td>
              ))}
              {begun && <td>{format.number(wave.fed ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
