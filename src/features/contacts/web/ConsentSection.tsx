// Marketing consent of one contact: what it is, since when and from where, and how it came to be.
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { ConsentBadge } from './ConsentBadge.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import styles from './Contacts.module.css';

export function ConsentSection({ contact }: { contact: Contact }) {
  const t = useTranslations('contacts.panel');
  const mayWrite = usePermission('contacts:write');
  const [changing, setChanging] = useState(false);
  const history = useInfiniteQuery(
    api.contacts.consentHistory.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: contact.id, cursor, limit: 5 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {t('consent')}
        {mayWrite && (
          <Button variant="default" size="compact-xs" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )}
      </h3>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noHistory')}
        </Text>
      ) : (
        <ul className={styles.history} aria-label={t('history')}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <ConsentBadge consent={entry.consent} />
              <span>{entry.source}</span>
              <span className={styles.quiet}>
                <RelativeTime at={entry.at} /> · {entry.by}
              </span>
              {entry.note && <span className={styles.quiet}>{entry.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {history.hasNextPage && (
        <Button variant="subtle" size="compact-xs" mt={8} onClick={() => void history.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <ConsentDialog
        opened={changing}
        selection={{ ids: [contact.id] }}
        current={contact.consent}
        onClose={() => setChanging(false)}
      />
    </section>
  );
}
