// How long free messages may still be sent: 24 hours from the customer's last one, running down.
import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Composer.module.css';

const WINDOW_MS = 24 * 3_600_000;
/** From here on the bar asks for attention. */
const SOON_MS = 2 * 3_600_000;

/** Milliseconds that are left, 0 when the window is closed or was never open; looked at each half minute and as it closes. */
export function useWindowLeft(closesAt: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (closesAt === null) return;
    const look = () => setNow(Date.now());
    const timer = window.setInterval(look, 30_000);
    const closing = Date.parse(closesAt) - Date.now();
    const end = closing > 0 && closing <= WINDOW_MS ? window.setTimeout(look, closing + 1) : undefined;
    return () => {
      window.clearInterval(timer);
      window.clearTimeout(end);
    };
  }, [closesAt]);
  return closesAt === null ? 0 : Math.max(0, Date.parse(closesAt) - now);
}

export function WindowBar({ left }: { left: number }) {
  const t = useTranslations('conversations.window');
  if (left <= 0) return null;
  const soon = left < SOON_MS;
  const hours = Math.floor(left / 3_600_000);
  const minutes = Math.floor(left / 60_000) % 60;
  const words = hours > 0 ? t('leftHours', { hours, minutes }) : t('leftMinutes', { minutes });
  return (
    <Tooltip label={t('explain')} multiline w={280}>
      <div>
        <div
          className={styles.bar}
          data-soon={soon || undefined}
          role="progressbar"
          aria-label={t('label')}
          aria-valuemin={0}
          aria-valuemax={24}
          aria-valuenow={hours}
          aria-valuetext={words}
        >
          <div style={{ width: `${Math.min(100, (left / WINDOW_MS) * 100)}%` }} />
        </div>
        {soon && <div className={`${styles.left} figures`}>{words}</div>}
      </div>
    </Tooltip>
  );
}
