// The templates of the workspace: filters, state, quality, and a preview beside the list.
import { Button, Menu } from '@mantine/core';
import { IconPlus, IconRefresh, IconStarFilled, IconTemplate } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import {
  TEMPLATE_CATEGORIES,
  TEMPLATE_STATUSES,
  type Template,
} from '#features/templates/templates.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { ColumnChoice } from '#web/ui/table/ColumnChoice.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useLanguageName } from './language-names.ts';
import { TemplatePanel } from './TemplatePanel.tsx';
import { QualityBadge, TemplateBadge } from './TemplateStatus.tsx';
import styles from './TemplatesPage.module.css';
import { useTemplateActions } from './template-actions.ts';

type Filters = {
  search?: string;
  status?: Template['status'];
  category?: Template['category'];
  language?: string;
  favourite?: 'yes';
  open?: string;
};

export function TemplatesPage() {
  const t = useTranslations('templates');
  const mayWrite = usePermission('templates:write');
  const navigate = useNavigate();
  const { synchronise } = useTemplateActions();
  const [filters, setFilters] = useFilters<Filters>();
  const { search, status, category, language, favourite, open } = filters;
  const counts = useQuery(api.templates.count.queryOptions({ input: undefined }));
  const nameOf = useLanguageName();
  const pages = useInfiniteQuery(
    api.templates.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        cursor,
        search,
        status,
        category,
        language,
        ...(favourite ? { favourite: 'true' } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const filtered = [search, status, category, language, favourite].some(Boolean);
  const clear = () =>
    setFilters({ search: null, status: null, category: null, language: null, favourite: null });
  const columns = useColumns(nameOf);
  const close = useCallback(() => setFilters({ open: null }, { replace: false }), [setFilters]);
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} />}
      renderRoot={(props) => <Link to="/templates/new" {...props} />}
    >
      {t('new')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        count={counts.data?.total}
        action={create}
        menu={
          mayWrite ? (
            <Menu.Item leftSection={<IconRefresh size={16} />} onClick={synchronise}>
              {t('synchronise')}
            </Menu.Item>
          ) : undefined
        }
      />
      <FilterBar
        search={{
          value: search,
          onChange: (value) => setFilters({ search: value }),
          placeholder: t('search'),
        }}
        onClear={filtered ? clear : undefined}
        right={<ColumnChoice tableId="templates" columns={columns} />}
      >
        <FilterChip
          label={t('filter.status')}
          value={status}
          options={TEMPLATE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(value) => setFilters({ status: value })}
        />
        <FilterChip
          label={t('filter.category')}
          value={category}
          options={TEMPLATE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          onChange={(value) => setFilters({ category: value })}
        />
        {(counts.data?.languages.length ?? 0) > 1 && (
          <FilterChip
            label={t('filter.language')}
            value={language}
            options={(counts.data?.languages ?? []).map((value) => ({ value, label: nameOf(value) }))}
            onChange={(value) => setFilters({ language: value })}
          />
        )}
        <FilterChip
          label={t('filter.favourite')}
          value={favourite}
          options={[{ value: 'yes', label: t('filter.only') }]}
          onChange={(value) => setFilters({ favourite: value })}
        />
      </FilterBar>
      <RecordTable
        id="templates"
        label={t('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        openKey={open}
        onOpen={(row) =>
          row.status === 'draft' && mayWrite
            ? void navigate({ to: '/templates/$id', params: { id: row.id } })
            : setFilters({ open: row.id }, { replace: false })
        }
        phoneRow={(row) => ({
          title: row.name,
          detail: row.content.body.text,
          aside: <RelativeTime at={row.updatedAt} />,
          mark: <TemplateBadge status={row.status} />,
        })}
        empty={
          <EmptyState
            icon={IconTemplate}
            title={t('empty')}
            text={t('emptyText')}
            action={create || undefined}
          />
        }
        onClearFilters={filtered ? clear : undefined}
      />
      {open && <TemplatePanel id={open} onClose={close} />}
    </>
  );
}

function useColumns(nameOf: (code: string) => string): Column<Template>[] {
  const t = useTranslations('templates');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        fixed: true,
        minWidth: 200,
        cell: (row) => (
          <span className={styles.name}>
            {row.name}
            {row.favourite && (
              <IconStarFilled size={13} className={styles.star} aria-label={t('filter.favourite')} />
            )}
          </span>
        ),
      },
      {
        id: 'text',
        header: t('column.text'),
        minWidth: 240,
        cell: (row) => <span className={styles.text}>{row.content.body.text}</span>,
      },
      { id: 'language', header: t('column.language'), width: 130, cell: (row) => nameOf(row.language) },
      {
        id: 'category',
        header: t('column.category'),
        width: 120,
        cell: (row) => t(`category.${row.category}`),
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 120,
        cell: (row) => <TemplateBadge status={row.status} />,
      },
      {
        id: 'quality',
        header: t('column.quality'),
        width: 110,
        cell: (row) => <QualityBadge quality={row.quality} />,
      },
      {
        id: 'updated',
        header: t('column.updated'),
        width: 130,
        cell: (row) => <RelativeTime at={row.updatedAt} />,
      },
    ],
    [t, nameOf],
  );
}
