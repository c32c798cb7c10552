// A titled table of a campaign's report, which scrolls sideways where it is too wide.
import { Table, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './CampaignReport.module.css';

type Column = {
  name: string;
  label: string;
  /** On hover. */
  help?: string;
};

type Props = {
  title: string;
  /** Between title and table. */
  lead?: ReactNode;
  /** The first is of words, the others of figures. */
  columns: readonly Column[];
  children: ReactNode;
};

export function ReportTable({ title, lead, columns, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {lead}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby={id}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ name, label, help }, at) => (
                <Table.Th key={name} ta={at === 0 ? undefined : 'right'} title={help}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </section>
    </section>
  );
}

/** A cell with a figure. */
export function Figure({
  children,
  strong = false,
  title,
}: {
  children: ReactNode;
  strong?: boolean;
  title?: string;
}) {
  return (
    <Table.Td ta="right" className="figures" title={title} fw={strong ? 600 : undefined}>
      {children}
    </Table.Td>
  );
}
