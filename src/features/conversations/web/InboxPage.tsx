// The inbox: conversations on the left, the open one beside them, its contact on the right; on a phone one after the other.
import { IconMessages } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { setPageTitle } from '#web/page-title.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { CardButton } from './card/CardButton.tsx';
import { ContactPane } from './card/ContactPane.tsx';
import { useCard } from './card/use-card.ts';
import styles from './InboxPage.module.css';
import { ConversationList } from './list/ConversationList.tsx';
import type { InboxSearch } from './list/inbox-search.ts';
import { Thread } from './Thread.tsx';

export function InboxPage() {
  const t = useTranslations('conversations');
  const [search, setSearch] = useFilters<InboxSearch>();
  const { open, at } = search;
  const card = useCard(search, setSearch);
  const mayContacts = usePermission('contacts:read');
  useEffect(() => {
    setPageTitle(t('title'));
  }, [t]);
  return (
    <div
      className={styles.inbox}
      data-open={open ? true : undefined}
      data-card={(mayContacts && card.isWide && card.isOpen) || undefined}
    >
      <ConversationList search={search} setSearch={setSearch} />
      <div className={styles.detail}>
        {open ? (
          <Thread
            key={`${open} ${at ?? ''}`}
            id={open}
            at={at}
            headEnd={mayContacts && <CardButton place={card} />}
            onLatest={() => setSearch({ at: null })}
            onClose={() => setSearch({ open: null, at: null, card: null }, { replace: false })}
          />
        ) : (
          <div className={styles.nothing}>
            <EmptyState icon={IconMessages} title={t('choose')} text={t('chooseText')} />
          </div>
        )}
      </div>
      {open && mayContacts && <ContactPane conversationId={open} setSearch={setSearch} place={card} />}
    </div>
  );
}
