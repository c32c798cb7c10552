// Bars lying one below the other, each with its name before it and its exact figure behind it.
import { Link } from '@tanstack/react-router';
import type { FigureLink } from './figure-link.ts';
import styles from './Report.module.css';

export type Bar = {
  key: string;
  name: string;
  value: number;
  label: string;
  isMuted?: boolean;
  /** Below the bar: what else is to be said. */
  note?: string | undefined;
  link?: FigureLink | undefined;
};

/** Behind the longest bar, for its figure. */
const FIGURE_ROOM = 96;

/** `label` says what they are bars of. */
export function ReportBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(...bars.map((bar) => bar.value), 0);
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ key, name, value, label: figure, isMuted, note, link }) => (
        <li key={key} data-link={link !== undefined || undefined}>
          <span className={styles.name} title={name}>
            {link ? (
              <Link to={link.to} search={link.search as never}>
                {name}
              </Link>
            ) : (
              name
            )}
          </span>
          <span className={styles.track}>
            <span
              className={styles.bar}
              data-muted={isMuted || undefined}
              style={{ width: `calc((100% - ${FIGURE_ROOM}px) * ${most > 0 ? value / most : 0})` }}
            />
            <span className={`${styles.figure} figures`}>{figure}</span>
          </span>
          {note !== undefined && <span className={`${styles.note} figures`}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
