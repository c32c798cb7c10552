// Loads deals from a CSV file: the file is dropped, then what was made of it is told row by row.
import { Anchor, Button, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  DEALS_IMPORT_PATH,
  EXISTING_DEALS,
  type ExistingDeals,
  type LoadedFile,
  MOST_FILE_BYTES,
} from '#features/deals/deals-file.contract.ts';
import { api } from '#web/api.ts';
import { refusalInWords, toApiFailure } from '#web/api-failure.ts';
import { downloadText } from '#web/download-text.ts';
import { requestJson } from '#web/request.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import styles from './ImportDeals.module.css';
import { reasonInWords, rejectedFile } from './loaded-deals.ts';

const SHOWN_ROWS = 50;
const SAMPLE = [
  'Title,Contacts,Pipeline,Stage,Owner,Amount,Currency,Close date,Reference',
  'Two dozen umbrellas,+39 333 1234567,,,,1250.50,EUR,2027-03-31,ORDER-1',
  '',
].join('\r\n');

export function ImportDealsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('dealFiles');
  const queryClient = useQueryClient();
  const [existing, setExisting] = useState<ExistingDeals>('update');
  const load = useMutation({
    mutationFn: (file: File) =>
      requestJson<LoadedFile>('POST', `${DEALS_IMPORT_PATH}?existing=${existing}`, file),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.deals.key() }),
  });
  const failure = load.error && toApiFailure(load.error);
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      {load.data ? (
        <Result loaded={load.data} onAgain={load.reset} onClose={onClose} />
      ) : (
        <Stack gap="md">
          <FileDrop
            label={load.isPending ? t('busy', { name: load.variables.name }) : t('drop')}
            hint={t('hint')}
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            largest={MOST_FILE_BYTES}
            disabled={load.isPending}
            error={failure ? (failure.fields[0]?.message ?? failure.message) : undefined}
            onFile={(file) => load.mutate(file)}
          />
          {load.isPending && (
            <Progress value={100} animated size={4} aria-label={t('busy', { name: load.variables.name })} />
          )}
          <Radio.Group
            label={t('existing.label')}
            value={existing}
            onChange={(value) => setExisting(value as ExistingDeals)}
          >
            <Stack gap={8} mt={8}>
              {EXISTING_DEALS.map((value) => (
                <Radio key={value} value={value} label={t(`existing.${value}`)} disabled={load.isPending} />
              ))}
            </Stack>
          </Radio.Group>
          <Text c="dimmed" size="sm">
            {t('help')}{' '}
            <Anchor
              component="button"
              type="button"
              inherit
              underline="always"
              onClick={() => downloadText('deals.csv', 'text/csv', SAMPLE)}
            >
              {t('sample')}
            </Anchor>
          </Text>
        </Stack>
      )}
    </Dialog>
  );
}

type ResultProps = { loaded: LoadedFile; onAgain: () => void; onClose: () => void };

function Result({ loaded, onAgain, onClose }: ResultProps) {
  const t = useTranslations('dealFiles');
  const format = useFormatter();
  const { rejected, rejectedCount } = loaded;
  const figures = {
    created: loaded.created,
    updated: loaded.updated,
    skipped: loaded.skipped,
    rejected: rejectedCount,
  };
  const download = () =>
    downloadText(
      t('rejectedName'),
      'text/csv',
      rejectedFile(loaded, { row: t('row'), reason: t('reason') }, refusalInWords),
    );
  return (
    <Stack gap="md">
      <div role="status">
        <dl className={styles.figures}>
          {(['created', 'updated', 'skipped', 'rejected'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`figures.${name}`)}</dt>
              <dd className="figures" data-bad={(name === 'rejected' && rejectedCount > 0) || undefined}>
                {format.number(figures[name])}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {rejectedCount > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('mend')}
            {rejectedCount > rejected.length && ` ${t('notAll', { count: rejected.length })}`}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard too */}
          <section className={styles.scroller} aria-label={t('rejectedTitle')} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th>{t('row')}</th>
                  <th>{t('reason')}</th>
                  <th>{t('cells')}</th>
                </tr>
              </thead>
              <tbody>
                {rejected.slice(0, SHOWN_ROWS).map(({ row, cells, reason }) => (
                  <tr key={row}>
                    <td className="figures">{row}</td>
                    <td>{reasonInWords(reason, refusalInWords)}</td>
                    <td className={styles.cells}>{cells.filter((cell) => cell !== '').join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
        {rejectedCount > 0 && (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={download}>
            {t('download')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
