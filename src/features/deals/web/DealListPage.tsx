// All deals as a table: every field, sorted and narrowed, several deleted at once.
import { Button } from '@mantine/core';
import { IconCoins, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { PlanActivity } from './activities/PlanActivity.tsx';
import { DealRowMenu } from './DealRowMenu.tsx';
import { DealsFrame } from './DealsFrame.tsx';
import { useDealColumns } from './deal-columns.tsx';
import { type DealSearch, listFilterOf, sortOf } from './deal-query.ts';
import { DealFilesMenu } from './files/DealFilesMenu.tsx';
import { ListTotals } from './ListTotals.tsx';
import { StageMark } from './StageMark.tsx';
import { useDealMoney } from './use-deal-money.ts';

export function DealListPage() {
  const [search] = useFilters<DealSearch>();
  const totals = useQuery(api.deals.totals.queryOptions({ input: listFilterOf(search) }));
  const columns = useDealColumns();
  return (
    <DealsFrame
      view="list"
      count={totals.data?.count}
      menu={<DealFilesMenu count={totals.data?.count} />}
      right={<ColumnChoice tableId="deals" columns={columns} />}
    >
      {({ newButton, clear }) => (
        <>
          <ListTotals totals={totals.data} />
          <DealTable newButton={newButton} onClearFilters={clear} />
        </>
      )}
    </DealsFrame>
  );
}

function DealTable({
  newButton,
  onClearFilters,
}: {
  newButton: ReactNode;
  onClearFilters: (() => void) | undefined;
}) {
  const t = useTranslations('deals');
  const navigate = useNavigate();
  const money = useDealMoney();
  const mayWrite = usePermission('deals:write');
  const [search, setSearch] = useFilters<DealSearch>();
  const sort = sortOf(search);
  const columns = useDealColumns();
  const [planning, setPlanning] = useState<Deal | null>(null);
  const filter = listFilterOf(search);
  const withMenu = useMemo<Column<Deal>[]>(
    () => [
      ...columns,
      {
        id: 'actions',
        header: '',
        fixed: true,
        width: 72,
        align: 'right',
        cell: (row) => <DealRowMenu deal={row} onPlan={setPlanning} />,
      },
    ],
    [columns],
  );
  const pages = useInfiniteQuery(
    api.deals.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, cursor, sort, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  return (
    <>
      <RecordTable
        id="deals"
        label={t('title')}
        columns={mayWrite ? withMenu : columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/deals/$id', params: { id: row.id } })}
        sort={sort}
        onSort={(next) => setSearch({ sort: next === '-created' ? null : next })}
        bulk={mayWrite ? (ids, done) => <DeleteMany ids={ids} onDone={done} /> : undefined}
        phoneRow={(row) => ({
          title: row.title,
          detail: [row.contacts[0]?.name, row.owner?.name].filter(Boolean).join(' · '),
          aside: row.amount !== null && row.currency !== null ? money(row.amount, row.currency) : '',
          mark: <StageMark stage={row.stage} />,
          picture: <PersonAvatar name={row.contacts[0]?.name ?? row.title} size={36} />,
        })}
        empty={<EmptyState icon={IconCoins} title={t('empty')} text={t('emptyText')} action={newButton} />}
        onClearFilters={onClearFilters}
      />
      {planning && <PlanActivity deal={planning} onClose={() => setPlanning(null)} />}
    </>
  );
}

/** The server takes this many at once. */
const BATCH = 500;

function DeleteMany({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('deals.bulk');
  const queryClient = useQueryClient();
  const count = ids.length;
  const remove = useMutation({
    mutationFn: async () => {
      let gone = 0;
      for (let at = 0; at < count; at += BATCH)
        gone += (await client.deals.deleteMany({ ids: ids.slice(at, at + BATCH) })).affected;
      return gone;
    },
    onSuccess: (gone) => {
      toastDone(t('deleted', { count: gone }));
      onDone();
    },
    onError: (error) => toastFailed(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.deals.key() }),
  });
  const ask = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { count }),
      text: t('deleteText'),
      confirm: t('delete', { count }),
      danger: true,
    });
    if (yes) remove.mutate();
  };
  return (
    <Button
      size="xs"
      variant="default"
      color="red"
      leftSection={<IconTrash size={15} />}
      loading={remove.isPending}
      onClick={() => void ask()}
    >
      {t('delete', { count })}
    </Button>
  );
}
