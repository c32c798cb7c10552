// The lists of the workspace, with how many are in each.
import { Button, Menu } from '@mantine/core';
import { IconEraser, IconListDetails, IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { List } from '#features/lists/lists.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { ListNameDialog } from './ListNameDialog.tsx';

export function ListsPage() {
  const t = useTranslations('lists');
  const navigate = useNavigate();
  const mayWrite = usePermission('contacts:write');
  const [{ search }, setFilters] = useFilters<{ search?: string }>();
  const [naming, setNaming] = useState<List | 'new' | null>(null);
  const pages = useInfiniteQuery(
    api.lists.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, search }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const columns = useMemo<Column<List>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        fixed: true,
        minWidth: 220,
        cell: (row) => <strong>{row.name}</strong>,
      },
      {
        id: 'members',
        header: t('members'),
        width: 130,
        align: 'right',
        cell: (row) => <NumberText value={row.memberCount} />,
      },
      { id: 'created', header: t('created'), width: 150, cell: (row) => <RelativeTime at={row.createdAt} /> },
      {
        id: 'actions',
        header: '',
        width: 72,
        align: 'right',
        fixed: true,
        cell: (row) => <RowMenu list={row} onRename={() => setNaming(row)} />,
      },
    ],
    [t],
  );
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setNaming('new')}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} action={create} />
      <FilterBar
        search={{
          value: search,
          onChange: (value) => setFilters({ search: value }),
          placeholder: t('search'),
        }}
      />
      <RecordTable
        id="lists"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/contacts', search: { list: row.id } })}
        phoneRow={(row) => ({
          title: row.name,
          detail: <RelativeTime at={row.createdAt} />,
          aside: <NumberText value={row.memberCount} />,
        })}
        empty={
          <EmptyState
            icon={IconListDetails}
            title={t('empty')}
            text={t('emptyText')}
            action={create || undefined}
          />
        }
        onClearFilters={search ? () => setFilters({ search: null }) : undefined}
      />
      {naming && <ListNameDialog list={naming === 'new' ? null : naming} onClose={() => setNaming(null)} />}
    </>
  );
}

function RowMenu({ list, onRename }: { list: List; onRename: () => void }) {
  const t = useTranslations('lists');
  const mayWrite = usePermission('contacts:write');
  const queryClient = useQueryClient();
  const { name, memberCount: count } = list;
  const act = async (
    question: string,
    text: string,
    verb: string,
    work: () => Promise<unknown>,
    done: string,
  ) => {
    if (!(await confirm({ title: question, text, confirm: verb, danger: true }))) return;
    try {
      await work();
      toastDone(done);
      await queryClient.invalidateQueries({ queryKey: api.lists.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening when its menu is used
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <DotsMenu label={t('actions', { name })}>
        <Menu.Item
          leftSection={<IconUsers size={16} />}
          renderRoot={(props) => <Link to="/contacts" search={{ list: list.id }} {...props} />}
        >
          {t('show')}
        </Menu.Item>
        {mayWrite && (
          <>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
              {t('rename')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEraser size={16} />}
              disabled={count === 0}
              onClick={() =>
                void act(
                  t('clearTitle', { name, count }),
                  t('clearText'),
                  t('clear'),
                  () => client.lists.clear({ id: list.id }),
                  t('cleared'),
                )
              }
            >
              {t('clear')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} />}
              onClick={() =>
                void act(
                  t('deleteTitle', { name }),
                  t('deleteText', { count }),
                  t('delete'),
                  () => client.lists.delete({ id: list.id }),
                  t('deleted', { name }),
                )
              }
            >
              {t('delete')}
            </Menu.Item>
          </>
        )}
      </DotsMenu>
    </span>
  );
}
