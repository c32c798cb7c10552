// All imports of the workspace, the running ones moving.
import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Import } from '#features/imports/imports.contract.ts';
import { api } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { stateTones } from './ImportPage.tsx';

export function ImportsPage() {
  const t = useTranslations('importPages');
  const tName = useTranslations('imports');
  const navigate = useNavigate();
  const pages = useInfiniteQuery(
    api.imports.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const columns = useMemo<Column<Import>[]>(() => {
    const figure = (id: 'created' | 'updated' | 'rejected'): Column<Import> => ({
      id,
      header: t(`column.${id}`),
      width: 110,
      align: 'right',
      cell: (row) => <NumberText value={row[id]} />,
    });
    return [
      {
        id: 'file',
        header: t('column.file'),
        fixed: true,
        minWidth: 220,
        cell: (row) => <strong>{row.fileName}</strong>,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 150,
        cell: (row) => <StatusBadge tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StatusBadge>,
      },
      figure('created'),
      figure('updated'),
      figure('rejected'),
      { id: 'by', header: t('column.by'), width: 160, cell: (row) => row.createdBy },
      { id: 'at', header: t('column.at'), width: 140, cell: (row) => <RelativeTime at={row.createdAt} /> },
    ];
  }, [t]);
  const create = (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/contacts/import" {...props} />}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={tName('title')} action={create} />
      <RecordTable
        id="imports"
        label={tName('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/contacts/imports/$id', params: { id: row.id } })}
        phoneRow={(row) => ({
          title: row.fileName,
          detail: <RelativeTime at={row.createdAt} />,
          aside: <NumberText value={row.created} />,
          mark: <StatusBadge tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StatusBadge>,
        })}
        empty={<EmptyState icon={IconFileImport} title={t('empty')} text={t('emptyText')} action={create} />}
      />
    </>
  );
}
