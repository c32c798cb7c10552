// The inbox: conversations on the left, the open one beside them; on a phone one after the other.
import { IconMessages } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { setPageTitle } from '#web/page-title.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { ConversationList, type InboxFilters } from './ConversationList.tsx';
import styles from './InboxPage.module.css';
import { Thread } from './Thread.tsx';

export function InboxPage() {
  const t = useTranslations('conversations');
  const [filters, setFilters] = useFilters<InboxFilters>();
  const { open } = filters;
  useEffect(() => {
    setPageTitle(t('title'));
  }, [t]);
  return (
    <div className={styles.inbox} data-open={open ? true : undefined}>
      <ConversationList filters={filters} setFilters={setFilters} />
      <div className={styles.detail}>
        {open ? (
          <Thread key={open} id={open} onClose={() => setFilters({ open: null }, { replace: false })} />
        ) : (
          <div className={styles.nothing}>
            <EmptyState icon={IconMessages} title={t('choose')} text={t('chooseText')} />
          </div>
        )}
      </div>
    </div>
  );
}
