// Settings: what WhatsApp charges for a message, imported from a file.
import { Button, Menu } from '@mantine/core';
import { IconCoin, IconDownload, IconTrash, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { Rate } from '#features/rates/rates.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { ImportRatesDialog } from './ImportRatesDialog.tsx';
import { useMoney } from './use-money.ts';

/** Figures that nobody should take for prices. */
const EXAMPLE = [
  'market,category,valid_from,currency,price,tier_from',
  'IT,marketing,2026-10-01,EUR,0.0100,',
  'IT,utility,2026-10-01,EUR,0.0050,0',
  'IT,utility,2026-10-01,EUR,0.0045,100000',
  '+1,marketing,2026-10-01,USD,0.0100,',
  '*,marketing,2026-10-01,USD,0.0200,',
].join('\r\n');

export function RatesPage() {
  const t = useTranslations('ratesPage');
  const tName = useTranslations('rates');
  const mayWrite = usePermission('workspace:write');
  const queryClient = useQueryClient();
  const [importing, setImporting] = useState(false);
  const columns = useColumns();
  const pages = useInfiniteQuery(
    api.rates.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const clear = async () => {
    if (!(await confirm({ title: t('clearTitle'), text: t('clearText'), confirm: t('clear'), danger: true })))
      return;
    try {
      await client.rates.clear({});
      await queryClient.invalidateQueries({ queryKey: api.rates.key() });
      toastDone(t('cleared'));
    } catch (error) {
      toastFailed(error);
    }
  };
  const action = mayWrite && (
    <Button leftSection={<IconUpload size={16} />} onClick={() => setImporting(true)}>
      {t('import')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={tName('title')}
        action={action}
        menu={
          <>
            <Menu.Item
              leftSection={<IconDownload size={16} />}
              component="a"
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`}
              download="rates.csv"
            >
              {t('example')}
            </Menu.Item>
            {mayWrite && (
              <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void clear()}>
                {t('clear')}
              </Menu.Item>
            )}
          </>
        }
      />
      <RecordTable
        id="rates"
        label={tName('title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => `${row.country} ${row.category} ${row.validFrom} ${row.tierFrom}`}
        phoneRow={(row) => ({
          title: <Country code={row.country} />,
          detail: `${t(`category.${row.category}`)} · ${row.validFrom}`,
          aside: <Price rate={row} />,
        })}
        empty={
          <EmptyState icon={IconCoin} title={t('empty')} text={t('emptyText')} action={action || undefined} />
        }
      />
      {importing && <ImportRatesDialog onClose={() => setImporting(false)} />}
    </>
  );
}

function Country({ code }: { code: string }) {
  const t = useTranslations('ratesPage');
  const locale = useLocale();
  if (code === '*') return <>{t('everywhereElse')}</>;
  return <>{new Intl.DisplayNames(locale, { type: 'region' }).of(code)}</>;
}

function Price({ rate }: { rate: Rate }) {
  return <span className="figures">{useMoney()(rate)}</span>;
}

function useColumns(): Column<Rate>[] {
  const t = useTranslations('ratesPage');
  const format = useFormatter();
  return useMemo(
    () => [
      {
        id: 'country',
        header: t('column.country'),
        fixed: true,
        minWidth: 180,
        cell: (row) => <Country code={row.country} />,
      },
      {
        id: 'category',
        header: t('column.category'),
        minWidth: 150,
        cell: (row) => t(`category.${row.category}`),
      },
      { id: 'from', header: t('column.from'), width: 130, cell: (row) => row.validFrom },
      {
        id: 'tier',
        header: t('column.tier'),
        width: 170,
        align: 'right',
        cell: (row) => (row.tierFrom > 0 ? format.number(row.tierFrom) : ''),
      },
      {
        id: 'price',
        header: t('column.price'),
        width: 130,
        align: 'right',
        cell: (row) => <Price rate={row} />,
      },
    ],
    [t, format],
  );
}
