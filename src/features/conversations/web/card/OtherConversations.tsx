// The contact's conversations with our other numbers.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './card.module.css';

type Props = { contactId: string; conversationId: string; setSearch: SetInboxSearch };

export function OtherConversations({ contactId, conversationId, setSearch }: Props) {
  const t = useTranslations('contactCard');
  const spell = usePreview();
  const mayNumbers = usePermission('numbers:read');
  const found = useQuery(
    api.conversations.list.queryOptions({ input: { contactId, show: 'any', limit: 10 } }),
  );
  const others = found.data?.items.filter((one) => one.id !== conversationId) ?? [];
  const numbers = useQuery({
    ...api.numbers.list.queryOptions({ input: {} }),
    enabled: mayNumbers && others.length > 0,
  });
  if (others.length === 0) return null;
  const nameOf = (id: string) => {
    const number = numbers.data?.items.find((one) => one.id === id);
    return number ? number.displayName || number.phone : t('anotherNumber');
  };
  return (
    <section className={styles.section} aria-label={t('others')}>
      <h3 className={styles.heading}>{t('others')}</h3>
      <ul className={styles.rows}>
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => setSearch({ open: one.id, at: null }, { replace: false })}
            >
              <span className={styles.title}>{nameOf(one.numberId)}</span>
              <span className={styles.when}>
                {one.lastMessageAt && <RelativeTime at={one.lastMessageAt} />}
              </span>
              <span className={styles.detail}>{spell(one.lastMessagePreview)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
