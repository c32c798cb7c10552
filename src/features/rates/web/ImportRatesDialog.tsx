// Imports a rate card: pasted or chosen as a file; every fault is shown with its line.
import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import styles from './Rates.module.css';

export function ImportRatesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('ratesPage');
  const queryClient = useQueryClient();
  const [csv, setCsv] = useState('');
  const load = useMutation({
    mutationFn: () => client.rates.import({ csv }),
    onSuccess: async ({ saved, problems }) => {
      if (problems.length > 0) return;
      await queryClient.invalidateQueries({ queryKey: api.rates.key() });
      toastDone(t('imported', { count: saved }));
      onClose();
    },
  });
  const problems = load.data?.problems ?? [];
  return (
    <Dialog opened onClose={onClose} title={t('importTitle')} size="lg">
      <Stack>
        <FormFailure error={load.error} />
        <Text size="sm" c="dimmed">
          {t('importText')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('importColumns')}
        </Text>
        <Textarea
          label={t('csv')}
          autosize
          minRows={6}
          maxRows={14}
          classNames={{ input: styles.code }}
          placeholder="market,category,valid_from,currency,price,tier_from"
          value={csv}
          onChange={(event) => setCsv(event.currentTarget.value)}
        />
        {problems.length > 0 && (
          <div role="alert">
            <Text size="sm" fw={550} mb={4}>
              {t('nothingSaved')}
            </Text>
            <ul className={styles.problems}>
              {problems.map(({ line, message }) => (
                <li key={`${line} ${message}`}>{t('problem', { line, message })}</li>
              ))}
            </ul>
          </div>
        )}
        <Group justify="space-between">
          <FileButton accept=".csv,text/csv" onChange={(file) => void file?.text().then(setCsv)}>
            {(props) => (
              <Button variant="default" {...props}>
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
          <Button disabled={csv.trim() === ''} loading={load.isPending} onClick={() => load.mutate()}>
            {t('import')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
