// The second step of an import of deals: how its columns were understood, and what is done with deals that are there.
import { Anchor, Button, Radio, Stack } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EXISTING_DEALS, type ExistingDeals } from '#features/deals/deals-file.contract.ts';
import type { DealImportShown, DetectedDeals } from '#features/imports/deal-imports.contract.ts';
import { api, client } from '#web/api.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './Imports.module.css';

const ROWS = 8;

export function DealFileStep({ found }: { found: DealImportShown }) {
  const t = useTranslations('dealFile');
  const format = useFormatter();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [existing, setExisting] = useState<ExistingDeals>('update');
  const { id, earlier } = found;
  const start = useMutation({
    mutationFn: () => client.dealImports.start({ id, existing }),
    onSuccess: (started) => {
      const { queryKey } = api.dealImports.get.queryOptions({ input: { id } });
      queryClient.setQueryData(queryKey, { ...started, earlier: null });
      void queryClient.invalidateQueries({ queryKey: api.dealImports.key() });
    },
  });
  const discard = useMutation({
    mutationFn: () => client.dealImports.delete({ id }),
    onSuccess: () => navigate({ to: '/deals/import' }),
    onError: (error) => toastFailed(error),
  });
  return (
    <>
      {earlier && (
        <Notice tone="attention" icon={IconCopy} title={t('earlier')}>
          <span>
            {t('earlierText', {
              name: earlier.createdBy,
              when: format.dateTime(new Date(earlier.startedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })}{' '}
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => <Link to="/deals/imports/$id" params={{ id: earlier.id }} {...props} />}
            >
              {t('earlierOpen')}
            </Anchor>
          </span>
        </Notice>
      )}
      <section className={styles.card}>
        <h2 className={styles.heading}>{t('title')}</h2>
        <p className={styles.quiet} style={{ marginBottom: 16 }}>
          {t('text')}
        </p>
        <ColumnsShown detected={found.detected} />
      </section>
      <section className={styles.card}>
        <Radio.Group
          label={t('existing.label')}
          value={existing}
          onChange={(value) => setExisting(value as ExistingDeals)}
        >
          <Stack gap={8} mt={8}>
            {EXISTING_DEALS.map((value) => (
              <Radio key={value} value={value} label={t(`existing.${value}`)} disabled={start.isPending} />
            ))}
          </Stack>
        </Radio.Group>
      </section>
      <FormFailure error={start.error} />
      <div className={styles.foot}>
        <Button variant="subtle" color="gray" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('discard')}
        </Button>
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t('start')}
        </Button>
      </div>
    </>
  );
}

/** The first rows under the names of the columns, and what each column is. */
function ColumnsShown({ detected: { header, columns, sample } }: { detected: DetectedDeals }) {
  const t = useTranslations('dealFile');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles.scroller} aria-label={t('preview')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
              <th key={at} scope="col" data-off={column === null || undefined}>
                <span className={styles.columnName} style={{ marginBottom: 2 }}>
                  {column ? t(`column.${column}`) : t('passedOver')}
                </span>
                <span className={styles.quiet}>{header[at]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, ROWS).map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
            <tr key={number}>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity
                <td key={at} data-off={column === null || undefined} title={row[at]}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
