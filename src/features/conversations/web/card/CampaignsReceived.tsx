// The campaigns that the contact received, and what became of each.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './card.module.css';

const STATES = ['queued', 'accepted', 'sent', 'delivered', 'read', 'failed', 'excluded', 'waiting'] as const;

export function CampaignsReceived({ contactId }: { contactId: string }) {
  const t = useTranslations('contactCard');
  const mayOpen = usePermission('campaigns:read');
  const pages = useInfiniteQuery(
    api.campaigns.ofContact.infiniteOptions({
      input: (cursor: string | undefined) => ({ contactId, cursor, limit: 5 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('campaigns')}>
      <h3 className={styles.heading}>{t('campaigns')}</h3>
      <ul className={styles.rows}>
        {items.map((item) => {
          const state = STATES.find((one) => one === item.state) ?? 'other';
          const deeds = (['repliedAt', 'clickedAt', 'optedOutAt'] as const).filter((deed) => item[deed]);
          const inside = (
            <>
              <span className={styles.title}>{item.name}</span>
              <span className={styles.when}>
                <RelativeTime at={item.at} />
              </span>
              <span className={styles.detail}>
                {[t(`state.${state}`), ...deeds.map((deed) => t(`deed.${deed}`))].join(' · ')}
              </span>
            </>
          );
          return (
            <li key={item.campaignId}>
              {mayOpen ? (
                <Link to="/campaigns/$id" params={{ id: item.campaignId }} className={styles.row}>
                  {inside}
                </Link>
              ) : (
                <div className={styles.row}>{inside}</div>
              )}
            </li>
          );
        })}
      </ul>
      {pages.hasNextPage && (
        <Button variant="subtle" size="compact-xs" onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
