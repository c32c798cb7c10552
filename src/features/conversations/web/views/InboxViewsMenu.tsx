// The views of the inbox in its menu.
import { useTranslations } from 'use-intl';
import type { InboxSearch, SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { ViewsMenu } from '#web/ui/views/ViewsMenu.tsx';
import { useInboxViews } from './use-inbox-views.ts';
import { searchOfView } from './view-search.ts';

type Props = { search: InboxSearch; setSearch: SetInboxSearch };

export function InboxViewsMenu({ search, setSearch }: Props) {
  const t = useTranslations('inboxViews');
  return (
    <ViewsMenu
      views={useInboxViews(search)}
      example={t('example')}
      onChoose={(view) => setSearch(searchOfView(view), { replace: false })}
      onSaved={(view) => setSearch({ view: view.id })}
    />
  );
}
