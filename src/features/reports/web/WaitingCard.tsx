// Conversations in which the customer wrote last; those whose window closes next come first.
import { Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import type { WaitingConversation } from '#features/reports/reports.contract.ts';
import { api } from '#web/api.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { spellDuration } from '#web/ui/spell-duration.ts';
import styles from './Overview.module.css';

/** As many as the server counts. */
const MOST = 1_000;
const SOON_SECONDS = 4 * 3_600;

export function WaitingCard() {
  const t = useTranslations('reports.waiting');
  const format = useFormatter();
  const { data } = useQuery({ ...api.reports.waiting.queryOptions({ input: {} }), refetchInterval: 60_000 });
  return (
    <section className={styles.card} aria-labelledby="waiting-title">
      <div className={styles.head}>
        <Title order={2} id="waiting-title">
          {t('title')}
        </Title>
        {data && data.count > 0 && (
          <Link to="/inbox" className={`${styles.more} figures`} title={t('inbox')}>
            {data.count >= MOST
              ? t('many', { count: format.number(MOST) })
              : t('count', { count: data.count })}
          </Link>
        )}
      </div>
      {!data && <Skeleton height={120} m="md" mt={4} w="auto" />}
      {data?.next.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      <ul className={styles.rows}>
        {data?.next.map((one) => (
          <Waiting key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ one }: { one: WaitingConversation }) {
  const t = useTranslations('reports.waiting');
  const format = useFormatter();
  const spell = usePreview();
  const left = one.windowClosesAt ? (new Date(one.windowClosesAt).getTime() - Date.now()) / 1000 : 0;
  return (
    <li>
      <Link to="/inbox" search={{ open: one.id }} className={`${styles.row} ${styles.person}`}>
        <PersonAvatar name={one.name} size={32} />
        <span className={styles.two}>
          <span className={styles.name}>{one.name}</span>
          <span className={styles.note}>{spell(one.preview)}</span>
        </span>
        <span className={styles.aside}>
          <RelativeTime at={one.since} />
          <span className={left > 0 && left < SOON_SECONDS ? styles.soon : undefined}>
            {left > 0 ? t('closes', { time: spellDuration(left, format) }) : t('closed')}
          </span>
        </span>
      </Link>
    </li>
  );
}
