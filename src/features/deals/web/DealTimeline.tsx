// What happened to a deal and what was written with its contacts meanwhile, latest first.
import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import type { Deal, DealChange, DealEntry } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import section from '#web/ui/record/RecordSection.module.css';
import { Timeline, TimelineChange, TimelineEntry } from '#web/ui/record/Timeline.tsx';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';

const SHOWN = ['all', 'changes', 'messages'] as const;

export function DealTimeline({ deal }: { deal: Deal }) {
  const t = useTranslations('dealPage.timeline');
  const spell = usePreview();
  const mayReadChats = usePermission('chats:read');
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all');
  const pages = useInfiniteQuery(
    api.deals.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({ key: deal.id, show, cursor, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Timeline
      title={t('title')}
      pages={pages}
      action={
        mayReadChats && (
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
            value={show}
            onChange={setShow}
          />
        )
      }
    >
      {pages.data && entries.length === 0 && <li className={section.none}>{t('noMessages')}</li>}
      {entries.map((entry) => (
        <TimelineEntry
          key={entry.id}
          what={t(isNobodys(entry) ? 'message_went' : entry.kind, {
            name: entry.actor.name || t('somebody'),
            thing: entry.contact?.name ?? entry.activity ?? t('somebody'),
          })}
          at={entry.at}
          quote={entry.preview === null ? null : spell(entry.preview)}
          changes={entry.changes.map((change) => (
            <Change key={change.field} change={change} all={entry.changes} currency={deal.currency} />
          ))}
        />
      ))}
    </Timeline>
  );
}

/** Of a campaign, for one. */
function isNobodys({ kind, actor }: DealEntry): boolean {
  return kind === 'message_sent' && (actor.kind === 'system' || actor.name === '');
}

type ChangeProps = { change: DealChange; all: readonly DealChange[]; currency: string | null };

function Change({ change: { field, from, to }, all, currency }: ChangeProps) {
  const t = useTranslations('dealPage.timeline');
  const words = useTranslations('deals.form');
  const money = useDealMoney();
  const day = useDay();
  const currencies = all.find((change) => change.field === 'currency');
  const spell = (side: DealChange['from'], at: 'from' | 'to') => {
    if (side === null) return t('nothing');
    if (field === 'closeDate') return day(side.value);
    if (field !== 'amount') return side.name;
    const code = currencies ? currencies[at]?.value : currency;
    return code ? money(Number(side.value), code) : side.name;
  };
  return <TimelineChange field={words(field)} from={spell(from, 'from')} to={spell(to, 'to')} />;
}
