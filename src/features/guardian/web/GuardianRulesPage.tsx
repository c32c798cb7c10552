// Settings: the guardian's rules, and the numbers that this workspace may set.
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import styles from './Guardian.module.css';
import { RuleForm } from './RuleForm.tsx';

export function GuardianRulesPage() {
  const t = useTranslations('guardian.settings');
  const rules = useQuery(api.guardian.rules.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={t('title')} />
      {rules.error ? (
        <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <Stack px="var(--page-gutter)" pb={48} maw={860}>
          <p className={styles.quiet}>{t('text')}</p>
          {rules.data ? (
            rules.data.items.map((rule) => <RuleForm key={rule.id} rule={rule} />)
          ) : (
            <Skeleton height={480} />
          )}
        </Stack>
      )}
    </>
  );
}
