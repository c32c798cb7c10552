// All tickets that the person may see: search, filters, what is done to several, and the form of a new one.
import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus, IconSettings, IconTicket } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { DaysChip } from '#web/ui/DaysChip.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { ContactChip } from './ContactChip.tsx';
import { NewTicketDialog } from './NewTicketDialog.tsx';
import { TicketBulk } from './TicketBulk.tsx';
import { StatusMark } from './TicketMarks.tsx';
import { useTicketColumns } from './ticket-columns.tsx';
import { filterOf, noFilters, sortOf, type TicketSearch } from './ticket-query.ts';
import { useTicketChoices } from './use-ticket-choices.ts';

export function TicketsPage() {
  const t = useTranslations('tickets');
  const navigate = useNavigate();
  const [search, setSearch] = useFilters<TicketSearch>();
  const may = {
    write: usePermission('tickets:write'),
    configure: usePermission('tickets:configure'),
    seeAll: usePermission('chats:all'),
  };
  const filter = filterOf(search);
  const sort = sortOf(search);
  const pages = useInfiniteQuery(
    api.tickets.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, cursor, sort, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const count = useQuery(api.tickets.count.queryOptions({ input: filter }));
  const columns = useTicketColumns();
  const choices = useTicketChoices();
  const filtered = Object.keys(filter).length > 0;
  const clear = () => setSearch(noFilters);
  const begin = () => setSearch({ new: true }, { replace: false });
  const show = (id: string) => void navigate({ to: '/tickets/$id', params: { id } });
  useHotkeys(may.write ? [['n', begin]] : []);
  const newButton = may.write && (
    <Button leftSection={<IconPlus size={16} />} onClick={begin} aria-keyshortcuts="n">
      {t('new')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        count={count.data?.count}
        action={newButton}
        menu={
          may.configure && (
            <Menu.Item
              leftSection={<IconSettings size={16} />}
              renderRoot={(props) => <Link to="/settings/tickets" {...props} />}
            >
              {t('settings')}
            </Menu.Item>
          )
        }
      />
      <FilterBar
        search={{
          value: search.search,
          onChange: (value) => setSearch({ search: value }),
          placeholder: t('search'),
        }}
        onClear={filtered ? clear : undefined}
        right={<ColumnChoice tableId="tickets" columns={columns} />}
      >
        <FilterChip
          label={t('filter.state')}
          value={search.state}
          options={(['in_progress', 'closed'] as const).map((value) => ({
            value,
            label: t(`macroState.${value}`),
          }))}
          onChange={(state) => setSearch({ state })}
        />
        <FilterChip
          label={t('filter.status')}
          value={search.status}
          options={choices.statuses}
          onChange={(status) => setSearch({ status })}
        />
        <FilterChip
          label={t('filter.priority')}
          value={search.priority}
          options={choices.priorities}
          onChange={(priority) => setSearch({ priority })}
        />
        <FilterChip
          label={t('filter.owner')}
          value={search.owner}
          options={[
            { value: 'me', label: t('filter.me') },
            { value: 'none', label: t('filter.nobody') },
            ...choices.members,
          ]}
          onChange={(owner) => setSearch({ owner })}
        />
        <FilterChip
          label={t('filter.category')}
          value={search.category}
          options={[...choices.categories, { value: 'none', label: t('filter.none') }]}
          onChange={(category) => setSearch({ category })}
        />
        <DaysChip
          label={t('filter.opened')}
          from={search.from}
          to={search.to}
          onChange={(days) => setSearch(days)}
        />
        {search.contact && (
          <ContactChip contactId={search.contact} onChange={(contact) => setSearch({ contact })} />
        )}
      </FilterBar>
      <RecordTable
        id="tickets"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => show(row.id)}
        sort={sort}
        onSort={(next) => setSearch({ sort: next === '-created' ? null : next })}
        bulk={may.write ? (ids, done) => <TicketBulk ids={ids} onDone={done} /> : undefined}
        phoneRow={(row) => ({
          title: row.title,
          detail: `${row.reference} · ${row.contact.name}`,
          aside: <RelativeTime at={row.createdAt} />,
          mark: <StatusMark status={row.status} />,
          picture: <PersonAvatar name={row.contact.name} size={36} />,
        })}
        empty={
          <EmptyState
            icon={IconTicket}
            title={may.seeAll ? t('empty') : t('emptyMine')}
            text={may.seeAll ? t('emptyText') : t('emptyMineText')}
            action={newButton}
          />
        }
        onClearFilters={filtered ? clear : undefined}
      />
      {search.new && <NewTicketDialog onClose={() => setSearch({ new: null })} onMade={show} />}
    </>
  );
}
