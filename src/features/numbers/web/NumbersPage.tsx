// The connected WhatsApp numbers with their health, and the way to connect one.
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconDeviceMobileMessage, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { ConnectWizard } from './ConnectWizard.tsx';
import { NumberCard } from './NumberCard.tsx';

export function NumbersPage() {
  const t = useTranslations('numbers');
  const may = usePermission('numbers:write');
  const [search, setSearch] = useFilters<{ connect?: true }>();
  const numbers = useQuery(api.numbers.list.queryOptions({ input: { limit: 200 } }));
  const connect = may && (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => setSearch({ connect: true }, { replace: false })}
    >
      {t('connect')}
    </Button>
  );
  const rows = numbers.data?.items ?? [];
  const isEmpty = numbers.isSuccess && rows.length === 0;
  return (
    <>
      <PageHeader title={t('title')} action={!isEmpty && connect} />
      {numbers.error && <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {numbers.isPending && (
        <SettingsSection>
          <Skeleton height={120} />
        </SettingsSection>
      )}
      {isEmpty && (
        <EmptyState
          icon={IconDeviceMobileMessage}
          title={t('empty')}
          text={t('emptyText')}
          action={
            <Stack align="center" gap="xs">
              <Group justify="center">{connect}</Group>
              {may && <SimulatorButton />}
            </Stack>
          }
        />
      )}
      {rows.map((number) => (
        <NumberCard
          key={number.id}
          number={number}
          onReconnect={() => setSearch({ connect: true }, { replace: false })}
        />
      ))}
      {may && search.connect && <ConnectWizard onClose={() => setSearch({ connect: null })} />}
    </>
  );
}

/** Only where a simulator runs. */
function SimulatorButton() {
  const t = useTranslations('numbers');
  const queryClient = useQueryClient();
  const address = useQuery(api.numbers.webhookAddress.queryOptions({ input: {} }));
  const connect = useMutation({
    mutationFn: () => client.numbers.connectSimulator({}),
    onSuccess: async (number) => {
      await queryClient.invalidateQueries({ queryKey: api.numbers.key() });
      toastDone(t('connected', { name: number.displayName }));
    },
    onError: (error) => toastFailed(error),
  });
  if (!address.data?.simulatorRuns) return null;
  return (
    <Button
      variant="subtle"
      title={t('simulatorText')}
      loading={connect.isPending}
      onClick={() => connect.mutate()}
    >
      {t('simulator')}
    </Button>
  );
}
