// Settings: which dataset of Meta is told about deals, whether that works, and how it goes.
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ConversionSettings } from '#features/conversions/conversions.contract.ts';
import { api } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Stat, Stats } from '#web/ui/Stat.tsx';
import { ConversionsForm } from './ConversionsForm.tsx';

const COUNTS = ['received', 'waiting', 'leftOut', 'refused', 'uncertain', 'expired'] as const;

export function ConversionsPage() {
  const t = useTranslations('conversions');
  const settings = useQuery(api.conversions.get.queryOptions({ input: {} }));
  const numbers = useQuery(api.numbers.list.queryOptions({ input: { limit: 200 } }));
  const error = settings.error ?? numbers.error;
  const retry = () => void Promise.all([settings.refetch(), numbers.refetch()]);
  const loaded = settings.data && numbers.data;
  return (
    <>
      <PageHeader title={t('title')} />
      {error && !loaded && <ErrorState error={error} onRetry={retry} />}
      {settings.data?.enabled && <Trouble settings={settings.data} />}
      {!error && !loaded && (
        <SettingsSection title={t('dataset')} text={t('text')}>
          <Skeleton height={360} />
        </SettingsSection>
      )}
      {loaded && numbers.data.items.length === 0 && !settings.data.accountId && (
        <EmptyState
          icon={IconPlugConnected}
          title={t('noNumber')}
          text={t('noNumberText')}
          action={
            <Button renderRoot={(props) => <Link {...props} to="/settings/numbers" />}>{t('connect')}</Button>
          }
        />
      )}
      {loaded && (numbers.data.items.length > 0 || settings.data.accountId) && (
        <ConversionsForm settings={settings.data} numbers={numbers.data.items} />
      )}
      {settings.data?.enabled && (
        <SettingsSection wide title={t('figures')} text={t('lastDays')}>
          <Stats label={t('figures')}>
            {COUNTS.map((name) => (
              <Stat key={name} label={t(`counts.${name}`)} value={settings.data.counts[name]} />
            ))}
          </Stats>
        </SettingsSection>
      )}
    </>
  );
}

function Trouble({ settings: { trouble } }: { settings: ConversionSettings }) {
  const t = useTranslations('conversions');
  if (!trouble) return null;
  return (
    <SettingsSection>
      <Notice tone="bad" icon={IconAlertTriangle} title={t('trouble')}>
        <span>
          {t(`troubles.${trouble.kind}`)} {t('troubleAfter')}
        </span>
        {trouble.detail && <small lang="en">{trouble.detail}</small>}
      </Notice>
    </SettingsSection>
  );
}
