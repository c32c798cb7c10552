// All contacts of the workspace: search, filters, what is done to many, and one contact beside the list.
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileImport, IconPlus, IconRestore, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONSENTS } from '#features/contacts/contact-filter.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { BulkActions } from './BulkActions.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { useContactActions } from './contact-actions.ts';
import { ContactState, useContactColumns } from './contact-columns.tsx';
import { type ContactSearch, filterOf, isFiltered, noFilters } from './contact-query.ts';
import { ErasingNotice } from './ErasingNotice.tsx';
import { exportContacts } from './export-contacts.ts';
import { FieldConditions } from './FieldConditions.tsx';
import { NewContactDialog } from './NewContactDialog.tsx';

export function ContactsPage() {
  const t = useTranslations('contacts');
  const [search, setSearch] = useFilters<ContactSearch>();
  const filter = filterOf(search);
  const [creating, setCreating] = useState(false);
  const may = {
    write: usePermission('contacts:write'),
    import: usePermission('contacts:import'),
    seeAll: usePermission('chats:all'),
  };
  const mayDelete = usePermission('contacts:delete');
  const pages = useInfiniteQuery(
    api.contacts.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...filter,
        cursor,
        limit: 100,
        sort: search.sort ?? 'newest',
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const count = useQuery(api.contacts.count.queryOptions({ input: filter }));
  const tags = useQuery(api.tags.list.queryOptions({ input: { limit: 200 } }));
  const lists = useQuery(api.lists.list.queryOptions({ input: { limit: 200 } }));
  const columns = useContactColumns();
  const deletion = useTranslations('contactDeletion');
  const actions = useContactActions();
  const filtered = isFiltered(search);
  const clear = () => setSearch(noFilters);
  const close = useCallback(() => setSearch({ open: null }, { replace: false }), [setSearch]);
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <PageHeader
        title={t('title')}
        count={count.data?.count}
        action={
          may.write && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
              {t('new')}
            </Button>
          )
        }
        menu={
          (may.write || may.import) && (
            <>
              {may.import && (
                <Menu.Item
                  leftSection={<IconFileImport size={16} />}
                  renderRoot={(props) => <Link to="/contacts/import" {...props} />}
                >
                  {t('import')}
                </Menu.Item>
              )}
              {may.write && (
                <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => void actions.unblockAll()}>
                  {deletion('unblockAll.action')}
                </Menu.Item>
              )}
              {may.import && (
                <Menu.Item
                  leftSection={<IconDownload size={16} />}
                  onClick={() => exportContacts(filter, t('exportDone'))}
                >
                  {t('export')}
                </Menu.Item>
              )}
            </>
          )
        }
      />
      {mayDelete && <ErasingNotice />}
      <FilterBar
        search={{
          value: search.search,
          onChange: (value) => setSearch({ search: value }),
          placeholder: t('search'),
        }}
        onClear={filtered ? clear : undefined}
        right={<ColumnChoice tableId="contacts" columns={columns} />}
      >
        <FilterChip
          label={t('filter.tag')}
          value={search.tag}
          options={named(tags.data?.items)}
          onChange={(tag) => setSearch({ tag })}
        />
        <FilterChip
          label={t('filter.list')}
          value={search.list}
          options={named(lists.data?.items)}
          onChange={(list) => setSearch({ list })}
        />
        <FilterChip
          label={t('filter.consent')}
          value={search.consent}
          options={CONSENTS.map((value) => ({ value, label: t(`consent.${value}`) }))}
          onChange={(consent) => setSearch({ consent })}
        />
        <FilterChip
          label={t('filter.blocked')}
          value={search.blocked}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(blocked) => setSearch({ blocked })}
        />
        <FieldConditions value={search.where ?? []} onChange={(where) => setSearch({ where })} />
      </FilterBar>
      <RecordTable
        id="contacts"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        openKey={search.open}
        onOpen={(row) => setSearch({ open: row.id }, { replace: false })}
        sort={search.sort ?? '-created'}
        onSort={(sort) => setSearch({ sort: sort.endsWith('name') ? 'name' : null })}
        bulk={
          may.write
            ? (ids, done) => (
                <BulkActions
                  ids={ids}
                  total={count.data?.count ?? ids.length}
                  filter={filter}
                  onDone={done}
                  onMerged={(open) => setSearch({ open }, { replace: false })}
                />
              )
            : undefined
        }
        phoneRow={(row) => ({
          title: row.displayName,
          detail: row.phone ?? row.username ?? t('hidden'),
          aside: <RelativeTime at={row.createdAt} />,
          mark: <ContactState contact={row} />,
          picture: <PersonAvatar name={row.displayName} size={36} />,
        })}
        empty={
          may.seeAll ? (
            <EmptyState
              icon={IconUsers}
              title={t('empty')}
              text={t('emptyText')}
              action={
                may.import && (
                  <Button renderRoot={(props) => <Link to="/contacts/import" {...props} />}>
                    {t('import')}
                  </Button>
                )
              }
            />
          ) : (
            <EmptyState icon={IconUsers} title={t('emptyMine')} text={t('emptyMineText')} />
          )
        }
        onClearFilters={filtered ? clear : undefined}
      />
      {search.open && (
        <ContactPanel
          key={search.open}
          id={search.open}
          onClose={close}
          onMerged={(open) => setSearch({ open })}
        />
      )}
      <NewContactDialog
        opened={creating}
        onClose={() => setCreating(false)}
        onMade={(id) => setSearch({ open: id }, { replace: false })}
      />
    </>
  );
}
