// One panel of the report: a chart, the same figures as a table one click away, and as CSV.
import { ActionIcon, Group, Table, Title } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { downloadText } from '#features/reports/web/download-text.ts';
import { type Bar, ReportBars } from './ReportBars.tsx';
import styles from './TicketReport.module.css';

/** A row of the table: words for people, plain values for the file. */
export type PanelRow = { key: string; shown: string[]; plain: (string | number)[] };

type Props = {
  title: string;
  bars: readonly Bar[];
  columns: readonly string[];
  rows: readonly PanelRow[];
  /** Names of the columns in the file. */
  fileColumns: readonly string[];
  fileName: string;
  /** Said instead of the chart. */
  note?: string | undefined;
};

export function ReportPanel({ title, bars, columns, rows, fileColumns, fileName, note }: Props) {
  const t = useTranslations('ticketReport');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const other = t(asTable ? 'asChart' : 'asTable');
  const download = () => {
    const lines = [fileColumns, ...rows.map((row) => row.plain)].map((cells) => cells.map(cellOf).join(','));
    downloadText(fileName, 'text/csv', lines.join('\r\n'));
  };
  const values = bars.map((bar) => `${bar.name} ${bar.label}`).join(', ');
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`${title}: ${other}`}
            title={other}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartBar size={18} /> : <IconTable size={18} />}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`${title}: ${t('csv')}`}
            title={t('csv')}
            onClick={download}
          >
            <IconDownload size={18} />
          </ActionIcon>
        </Group>
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.table} tabIndex={0} aria-labelledby={id}>
          <Table borderColor="var(--line)" stickyHeader fz={13} verticalSpacing={6} horizontalSpacing="md">
            <Table.Thead bg="var(--surface)">
              <Table.Tr>
                {columns.map((column, at) => (
                  <Table.Th key={column} {...(at > 0 ? { ta: 'right' } : {})}>
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.key}>
                  {row.shown.map((cell, at) => (
                    <Table.Td key={columns[at]} {...(at > 0 ? { ta: 'right' } : {})}>
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ) : note ? (
        <p className={styles.quiet}>{note}</p>
      ) : (
        <div className={styles.chart}>
          <ReportBars bars={bars} label={t('bars', { title, values })} />
        </div>
      )}
    </section>
  );
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
