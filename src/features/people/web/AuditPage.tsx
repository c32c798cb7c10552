// The audit log: who did what, newest first; details in the panel.
import { Code } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { AuditRecord } from '#features/people/audit.contract.ts';
import { api } from '#web/api.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';

type Entry = z.infer<typeof AuditRecord>;

export function AuditPage() {
  const t = useTranslations('people.audit');
  const format = useFormatter();
  const [{ entry: openId }, setFilters] = useFilters<{ entry?: string }>();
  const log = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const columns = useMemo(
    (): Column<Entry>[] => [
      { id: 'at', header: t('at'), width: 150, cell: (entry) => <RelativeTime at={entry.at} /> },
      {
        id: 'actor',
        header: t('actor'),
        width: 220,
        cell: (entry) => (
          <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
            <PersonAvatar name={entry.actor.name} /> {entry.actor.name}
          </span>
        ),
      },
      { id: 'action', header: t('action'), fixed: true, cell: (entry) => <Code>{entry.action}</Code> },
    ],
    [t],
  );
  const open = log.data?.pages.flatMap((page) => page.items).find((entry) => entry.id === openId);
  return (
    <>
      <PageHeader title={t('title')} />
      <RecordTable
        id="audit"
        label={t('title')}
        columns={columns}
        pages={log}
        rowKey={(entry) => entry.id}
        onOpen={(entry) => setFilters({ entry: entry.id }, { replace: false })}
        openKey={openId}
        phoneRow={(entry) => ({
          title: entry.actor.name,
          detail: entry.action,
          aside: <RelativeTime at={entry.at} />,
          picture: <PersonAvatar name={entry.actor.name} size={32} />,
        })}
        empty={<EmptyState icon={IconHistory} title={t('empty')} text={t('emptyText')} />}
      />
      {open && (
        <SidePanel title={open.action} onClose={() => setFilters({ entry: null })}>
          <dl style={{ margin: 0, display: 'grid', gap: 4 }}>
            <Term>{t('at')}</Term>
            <Detail>{format.dateTime(new Date(open.at), { dateStyle: 'full', timeStyle: 'medium' })}</Detail>
            <Term>{t('actor')}</Term>
            <Detail>{open.actor.name}</Detail>
            {open.subjectType && (
              <>
                <Term>{t('subject')}</Term>
                <Detail>
                  {open.subjectType} <Code>{open.subjectId}</Code>
                </Detail>
              </>
            )}
            <Term>{t('details')}</Term>
            <Detail>
              <CodeBlock code={JSON.stringify(open.details, null, 2)} label={t('details')} />
            </Detail>
          </dl>
        </SidePanel>
      )}
    </>
  );
}

function Term({ children }: { children: string }) {
  return <dt style={{ color: 'var(--text-muted)', fontSize: 13 }}>{children}</dt>;
}

function Detail({ children }: { children: ReactNode }) {
  return <dd style={{ margin: '0 0 12px' }}>{children}</dd>;
}
