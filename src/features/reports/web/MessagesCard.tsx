// Messages in and out per day of a month: as a chart, as a table, as CSV.
import { ActionIcon, Group, Skeleton, Table, Title } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DayFigures } from '#features/reports/reports.contract.ts';
import { downloadText } from '#web/download-text.ts';
import styles from './Overview.module.css';

const DayChart = lazy(() => import('./DayChart.tsx').then((file) => ({ default: file.DayChart })));

const COLUMNS = ['sent', 'delivered', 'read', 'failed', 'received'] as const;

/** Without days it shows its shape. */
export function MessagesCard({ days }: { days: readonly DayFigures[] | undefined }) {
  const t = useTranslations('reports');
  const [asTable, setAsTable] = useState(false);
  const shape = <Skeleton height={292} mt={4} />;
  const download = () => {
    const lines = (days ?? []).map((day) => [day.day, ...COLUMNS.map((key) => day[key])].join(','));
    downloadText('messages-per-day.csv', 'text/csv', [`day,${COLUMNS.join(',')}`, ...lines].join('\r\n'));
  };
  return (
    <section className={styles.card} aria-labelledby="messages-title">
      <div className={styles.head}>
        <Title order={2} id="messages-title">
          {t('chart.title')}
        </Title>
        <Group gap={4}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t(asTable ? 'chart.asChart' : 'chart.asTable')}
            title={t(asTable ? 'chart.asChart' : 'chart.asTable')}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartBar size={18} /> : <IconTable size={18} />}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('chart.csv')}
            title={t('chart.csv')}
            onClick={download}
          >
            <IconDownload size={18} />
          </ActionIcon>
        </Group>
      </div>
      {asTable && days ? (
        <DayTable days={days} />
      ) : (
        <div className={styles.chart}>
          {days ? (
            <Suspense fallback={shape}>
              <DayChart days={days} />
            </Suspense>
          ) : (
            shape
          )}
        </div>
      )}
    </section>
  );
}

function DayTable({ days }: { days: readonly DayFigures[] }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.table} tabIndex={0} aria-label={t('chart.title')}>
      <Table borderColor="var(--line)" stickyHeader fz={13} verticalSpacing={6} horizontalSpacing="md">
        <Table.Thead bg="var(--surface)">
          <Table.Tr>
            <Table.Th>{t('chart.day')}</Table.Th>
            {COLUMNS.map((key) => (
              <Table.Th key={key} ta="right">
                {t(key)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map((day) => (
            <Table.Tr key={day.day}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {format.dateTime(new Date(`${day.day}T12:00:00Z`), {
                  weekday: 'short',
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                })}
              </Table.Td>
              {COLUMNS.map((key) => (
                <Table.Td key={key} ta="right">
                  {format.number(day[key])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
