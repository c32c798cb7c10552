// Above the list while the chosen view names what exists no longer: says what, and offers to leave it out.
import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { InboxSearch, SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { useViews } from './use-views.ts';
import styles from './Views.module.css';

const KINDS = ['tag', 'list', 'assignee', 'number'] as const;

type Props = { search: InboxSearch; setSearch: SetInboxSearch };

export function GoneFromView({ search, setSearch }: Props) {
  const t = useTranslations('inboxViews.gone');
  const format = useFormatter();
  const { chosen } = useViews(search);
  const gone = new Set(chosen?.gone);
  const kinds = KINDS.filter((kind) => search[kind]?.some((id) => gone.has(id)));
  if (kinds.length === 0) return null;
  const leaveOut = () =>
    setSearch(Object.fromEntries(kinds.map((kind) => [kind, search[kind]?.filter((id) => !gone.has(id))])));
  return (
    <div className={styles.gone}>
      <Notice tone="attention" icon={IconAlertTriangle}>
        <span>
          {t('text', { kinds: format.list(kinds.map((kind) => t(kind))) })}{' '}
          <Anchor component="button" type="button" inherit onClick={leaveOut}>
            {t('leaveOut')}
          </Anchor>
        </span>
      </Notice>
    </div>
  );
}
