// Takes rates from a CSV file: all of its lines, or none with what is wrong in each.
import { Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { toastDone } from '#web/ui/toast.tsx';

const LARGEST = 100_000;

export function ImportRates({ onClose }: { onClose: () => void }) {
  const t = useTranslations('currencies');
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: async (file: File) => client.dealSettings.importRates({ csv: await file.text() }),
    onSuccess: async ({ items }) => {
      toastDone(t('taken', { count: items.filter(({ source }) => source === 'imported').length }));
      onClose();
      const parts = [api.dealSettings, api.deals, api.dealReports];
      await Promise.all(parts.map((part) => queryClient.invalidateQueries({ queryKey: part.key() })));
    },
  });
  const failure = take.error ? toApiFailure(take.error) : null;
  const file = take.variables;
  const problems = failure?.fields.map(({ message }) => message) ?? [];
  return (
    <Dialog opened onClose={onClose} title={t('import')}>
      <Stack gap="sm">
        <Text size="sm">{t('importText')}</Text>
        <Code block>{'currency,rate,date\nUSD,0.92,2026-11-20\nCHF,1.05,2026-11-20'}</Code>
        {failure && (
          <Notice
            urgent
            tone="bad"
            icon={IconAlertTriangle}
            title={t('nothingTaken', { name: file?.name ?? '' })}
          >
            <List size="sm">
              {(problems.length > 0 ? problems : [failure.message]).map((problem) => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
          </Notice>
        )}
        <FileDrop
          label={t('drop')}
          accept=".csv,text/csv,text/plain"
          largest={LARGEST}
          disabled={take.isPending}
          onFile={(chosen) => take.mutate(chosen)}
        />
      </Stack>
    </Dialog>
  );
}
