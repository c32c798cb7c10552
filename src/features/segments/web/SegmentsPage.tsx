// The segments of the workspace.
import { Button } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Segment } from '#features/segments/segments.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { subjectOf } from './condition-form.ts';

export function SegmentsPage() {
  const t = useTranslations('segments');
  const navigate = useNavigate();
  const mayWrite = usePermission('contacts:write');
  const [{ search }, setFilters] = useFilters<{ search?: string }>();
  const pages = useInfiniteQuery(
    api.segments.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, search }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const columns = useMemo<Column<Segment>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        fixed: true,
        minWidth: 200,
        cell: (row) => <strong>{row.name}</strong>,
      },
      { id: 'about', header: t('conditions'), minWidth: 260, cell: (row) => <About segment={row} /> },
      { id: 'changed', header: t('changed'), width: 150, cell: (row) => <RelativeTime at={row.updatedAt} /> },
    ],
    [t],
  );
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/contacts/segments/new" {...props} />}
    >
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
        id="segments"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/contacts/segments/$id', params: { id: row.id } })}
        phoneRow={(row) => ({
          title: row.name,
          detail: <About segment={row} />,
          aside: <RelativeTime at={row.updatedAt} />,
        })}
        empty={
          <EmptyState
            icon={IconFilter}
            title={t('empty')}
            text={t('emptyText')}
            action={create || undefined}
          />
        }
        onClearFilters={search ? () => setFilters({ search: null }) : undefined}
      />
    </>
  );
}

/** What the conditions are about, each subject once. */
function About({ segment }: { segment: Segment }) {
  const t = useTranslations('segments.subject');
  const subjects = segment.conditions.groups.flatMap((group) => group.conditions.map(subjectOf));
  const named = [...new Set(subjects)].map((subject) =>
    subject.startsWith('field:') ? subject.slice('field:'.length) : t(subject as 'tags'),
  );
  return <>{named.join(', ')}</>;
}
