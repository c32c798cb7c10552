// The pages of the editor: a new template, or one that exists.
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { api } from '#web/api.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useAppLocale } from '#web/use-app-locale.ts';
import { draftFrom, emptyDraft } from './editor-draft.ts';
import styles from './TemplateEditor.module.css';
import { TemplateEditor } from './TemplateEditor.tsx';

export function NewTemplatePage() {
  const t = useTranslations('templateEditor');
  const locale = useAppLocale();
  const numbers = useQuery(api.numbers.list.queryOptions({ input: {} }));
  const accounts = useMemo(() => accountsOf(numbers.data?.items ?? []), [numbers.data]);
  const first = accounts[0]?.value;
  const initial = useMemo(() => emptyDraft(locale, first), [locale, first]);
  if (numbers.isPending) return <Waiting title={t('newTitle')} />;
  if (numbers.error) return <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />;
  if (numbers.data.items.length === 0)
    return (
      <EmptyState
        icon={IconPlugConnected}
        title={t('noNumber')}
        text={t('noNumberText')}
        action={<Button renderRoot={(props) => <Link to="/settings" {...props} />}>{t('connect')}</Button>}
      />
    );
  return <TemplateEditor key={first} template={null} initial={initial} accounts={accounts} />;
}

function accountsOf(numbers: readonly ConnectedNumber[]): { value: string; label: string }[] {
  const names = new Map(numbers.map((number) => [number.accountId, number.accountName]));
  return [...names].map(([value, label]) => ({ value, label }));
}

export function EditTemplatePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: template, error, refetch } = useQuery(api.templates.get.queryOptions({ input: { id } }));
  const initial = useMemo(() => template && draftFrom(template), [template]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!template || !initial) return <Waiting title=" " />;
  // What others change meanwhile must not take away what is being typed: only a saved version starts afresh.
  return (
    <TemplateEditor key={`${template.id} ${template.updatedAt}`} template={template} initial={initial} />
  );
}

function Waiting({ title }: { title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <div className={styles.page}>
        <Stack className={styles.form}>
          <Skeleton h={160} />
          <Skeleton h={220} />
          <Skeleton h={120} />
        </Stack>
      </div>
    </>
  );
}
