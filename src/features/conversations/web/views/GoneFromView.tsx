// Above the inbox while the chosen view names tags, lists, people or numbers that exist no longer.
import { useTranslations } from 'use-intl';
import type { InboxSearch, SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { GoneFromView as Gone } from '#web/ui/views/GoneFromView.tsx';
import { useInboxViews } from './use-inbox-views.ts';

const KINDS = ['tag', 'list', 'assignee', 'number'] as const;

type Props = { search: InboxSearch; setSearch: SetInboxSearch };

export function GoneFromView({ search, setSearch }: Props) {
  const t = useTranslations('inboxViews.gone');
  const { chosen } = useInboxViews(search);
  const gone = new Set(chosen?.gone);
  const kinds = KINDS.filter((kind) => search[kind]?.some((id) => gone.has(id)));
  const leaveOut = () =>
    setSearch(Object.fromEntries(kinds.map((kind) => [kind, search[kind]?.filter((id) => !gone.has(id))])));
  return <Gone kinds={kinds.map((kind) => t(kind))} onLeaveOut={leaveOut} />;
}
