// One panel of a report: a chart, the same figures as a table one click away, and as CSV.
import { ActionIcon, Group, Table, Title } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { downloadText } from '#web/download-text.ts';
import type { FigureLink } from './figure-link.ts';
import styles from './Report.module.css';
import { type Bar, ReportBars } from './ReportBars.tsx';

/** A row of the table: words for people, plain values for the file. */
export type PanelRow = {
  key: string;
  shown: string[];
  plain: (string | number)[];
  link?: FigureLink | undefined;
};

export type Panel = {
  title: string;
  columns: readonly string[];
  rows: readonly PanelRow[];
  /** Names of the columns in the file. */
  fileColumns: readonly string[];
  fileName: string;
  /** Said instead of the chart. */
  note?: string | undefined;
  /** Takes the whole width. */
  wide?: boolean;
} & ({ bars: readonly Bar[] } | { chart: ReactNode });

export function ReportPanel(panel: Panel) {
  const { title, columns, rows, fileColumns, fileName, note, wide } = panel;
  const t = useTranslations('figures');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const other = t(asTable ? 'asChart' : 'asTable');
  const download = () => {
    const lines = [fileColumns, ...rows.map((row) => row.plain)].map((cells) => cells.map(cellOf).join(','));
    downloadText(fileName, 'text/csv', lines.join('\r\n'));
  };
  return (
    <section className={styles.card} data-wide={wide || undefined} aria-labelledby={id}>
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
        <PanelTable labelledBy={id} columns={columns} rows={rows} />
      ) : note ? (
        <p className={styles.quiet}>{note}</p>
      ) : (
        <div className={styles.chart}>
          {'bars' in panel ? <ReportBars bars={panel.bars} label={title} /> : panel.chart}
        </div>
      )}
    </section>
  );
}

function PanelTable({ labelledBy, columns, rows }: Pick<Panel, 'columns' | 'rows'> & { labelledBy: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.table} tabIndex={0} aria-labelledby={labelledBy}>
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
                  {at === 0 && row.link ? (
                    <Link className={styles.link} to={row.link.to} search={row.link.search as never}>
                      {cell}
                    </Link>
                  ) : (
                    cell
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
