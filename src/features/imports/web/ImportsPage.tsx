// All imports of contacts, or of deals, the running ones moving.
import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '#features/imports/import-run.contract.ts';
import { api } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { type RecordPages, RecordTable } from '#web/ui/table/RecordTable.tsx';
import { IMPORT_OF, type ImportOf } from './import-of.ts';
import { stateTones } from './import-states.ts';

export function ImportsPage() {
  const pages = useInfiniteQuery(api.imports.list.infiniteOptions(paging));
  return <ImportList of="contacts" pages={pages} />;
}

export function DealImportsPage() {
  const t = useTranslations('deals');
  const pages = useInfiniteQuery(api.dealImports.list.infiniteOptions(paging));
  return <ImportList of="deals" pages={pages} back={{ to: '/deals/list', label: t('title') }} />;
}

const paging = {
  input: (cursor: string | undefined) => ({ cursor }),
  initialPageParam: undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
};

type Props = {
  of: ImportOf;
  pages: RecordPages<ImportRun>;
  back?: { to: string; label: string };
};

function ImportList({ of, pages, back }: Props) {
  const t = useTranslations('importPages');
  const tOf = useTranslations('importOf');
  const tName = useTranslations('imports');
  const navigate = useNavigate();
  const { paths } = IMPORT_OF[of];
  const columns = useMemo<Column<ImportRun>[]>(() => {
    const figure = (id: 'created' | 'updated' | 'rejected'): Column<ImportRun> => ({
      id,
      header: tOf(`${of}.column.${id}`),
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
  }, [t, tOf, of]);
  const create = (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to={paths.upload} {...props} />}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={tName('title')} action={create} {...(back ? { back } : {})} />
      <RecordTable
        id={of === 'contacts' ? 'imports' : 'deal-imports'}
        label={tName('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: paths.one, params: { id: row.id } })}
        phoneRow={(row) => ({
          title: row.fileName,
          detail: <RelativeTime at={row.createdAt} />,
          aside: (
            <>
              {tOf(`${of}.column.created`)} <NumberText value={row.created} />
            </>
          ),
          mark: <StatusBadge tone={stateTones[row.state]}>{t(`state.${row.state}`)}</StatusBadge>,
        })}
        empty={
          <EmptyState
            icon={IconFileImport}
            title={t('empty')}
            text={tOf(`${of}.emptyText`)}
            action={create}
          />
        }
      />
    </>
  );
}
