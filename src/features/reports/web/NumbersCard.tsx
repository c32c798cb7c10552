// The health of each connected number: quality, limit used in the last 24 hours, speed.
import { Progress, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { QUALITY_TONES } from '#features/numbers/web/quality.ts';
import { api } from '#web/api.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './Overview.module.css';
import { useLimitUse } from './use-limit-use.ts';

export function NumbersCard() {
  const t = useTranslations('reports.numbers');
  const ofNumber = useTranslations('numbers');
  const format = useFormatter();
  const { data } = useQuery(api.numbers.list.queryOptions({ input: { limit: 200 } }));
  const limitUse = useLimitUse(true);
  return (
    <section className={styles.card} aria-labelledby="numbers-title">
      <div className={styles.head}>
        <Title order={2} id="numbers-title">
          {t('title')}
        </Title>
      </div>
      {!data && <Skeleton height={72} m="md" mt={4} w="auto" />}
      <ul className={styles.rows}>
        {data?.items.map((number) => {
          const use = limitUse(number.accountId);
          const works = number.accountState === 'connected' && number.pausedReason === null;
          return (
            <li key={number.id}>
              <Link to="/settings/numbers" className={styles.row}>
                <span className={styles.two}>
                  <span className={styles.name}>{number.displayName || number.phone}</span>
                  <span className={`${styles.note} figures`}>{number.phone}</span>
                </span>
                {works ? (
                  <StatusBadge tone={QUALITY_TONES[number.quality]} dot>
                    {ofNumber(`quality.${number.quality}`)}
                  </StatusBadge>
                ) : (
                  <StatusBadge tone={number.accountState === 'connected' ? 'attention' : 'bad'} dot>
                    {ofNumber(
                      number.accountState === 'connected' ? 'state.paused' : `state.${number.accountState}`,
                    )}
                  </StatusBadge>
                )}
                {use && use.percent !== null && (
                  <Progress
                    className={styles.wide}
                    size={4}
                    value={use.percent}
                    color={use.percent >= 90 ? 'var(--tone-attention-mark)' : undefined}
                    aria-label={use.words}
                  />
                )}
                <span className={`${styles.note} ${styles.wide} figures`} title={t('limitExplain')}>
                  {use && <>{use.words} · </>}
                  {t('speed', { count: format.number(number.throughputPerSecond) })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
