// Webhooks that arrived from WhatsApp and need attention, or all, with their content beside the list.
import { IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ReceivedWebhook } from '#features/webhooks/webhooks.contract.ts';
import { api } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useWhatIsWrong, WebhookBadge } from './WebhookBadge.tsx';
import { WebhookPanel } from './WebhookPanel.tsx';

export function WebhooksPage() {
  const t = useTranslations('webhooks');
  const whatIsWrong = useWhatIsWrong();
  const [{ show, open }, setFilters] = useFilters<{ show?: 'all'; open?: string }>();
  const pages = useInfiniteQuery(
    api.webhooks.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, show: show ?? 'attention' }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const columns = useMemo(
    (): Column<ReceivedWebhook>[] => [
      {
        id: 'received',
        header: t('column.received'),
        width: 160,
        cell: (row) => <RelativeTime at={row.receivedAt} />,
        fixed: true,
      },
      { id: 'state', header: t('column.state'), width: 160, cell: (row) => <WebhookBadge webhook={row} /> },
      { id: 'what', header: t('column.what'), cell: whatIsWrong },
      { id: 'size', header: t('column.size'), width: 120, cell: (row) => t('bytes', { size: row.size }) },
    ],
    [t, whatIsWrong],
  );
  const close = useCallback(() => setFilters({ open: null }, { replace: false }), [setFilters]);
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar onClear={show ? () => setFilters({ show: null }) : undefined}>
        <FilterChip
          label={t('show')}
          value={show}
          options={[{ value: 'all', label: t('all') }]}
          onChange={(value) => setFilters({ show: value })}
        />
      </FilterBar>
      <RecordTable
        id="webhooks"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        openKey={open}
        onOpen={(row) => setFilters({ open: row.id }, { replace: false })}
        phoneRow={(row) => ({
          title: whatIsWrong(row) || t('bytes', { size: row.size }),
          aside: <RelativeTime at={row.receivedAt} />,
          mark: <WebhookBadge webhook={row} />,
        })}
        empty={<EmptyState icon={IconWebhook} title={t('empty')} text={t('emptyText')} />}
      />
      {open && <WebhookPanel id={open} onClose={close} />}
    </>
  );
}
