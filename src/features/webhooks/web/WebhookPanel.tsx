// One received webhook with its content as it came, and the way to have it read again.
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { useWhatIsWrong, WebhookBadge } from './WebhookBadge.tsx';

export function WebhookPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const whatIsWrong = useWhatIsWrong();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(api.webhooks.get.queryOptions({ input: { id } }));
  const retry = useMutation({
    mutationFn: () => client.webhooks.retry({ id }),
    onSuccess: async () => {
      toastDone(t('retried'));
      await queryClient.invalidateQueries({ queryKey: api.webhooks.key() });
    },
    onError: (failure) => toastFailed(failure),
  });
  return (
    <SidePanel
      title={data ? <RelativeTime at={data.receivedAt} /> : ' '}
      badge={data && <WebhookBadge webhook={data} />}
      onClose={onClose}
      foot={
        data && (
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('retry')}
          </Button>
        )
      }
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && error === null && <Skeleton height={240} />}
      {data && (
        <Stack>
          {whatIsWrong(data) && <Text>{whatIsWrong(data)}</Text>}
          <CodeBlock code={pretty(data.body)} label={t('body')} />
        </Stack>
      )}
    </SidePanel>
  );
}

/** Indented when it is JSON; long numbers are left as they are. */
function pretty(body: string): string {
  if (/[:[,]\s*-?\d{16,}/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
