// The rows of a table on a phone: two lines each, the whole row to tap.
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './RecordTable.module.css';
import type { RecordTableProps } from './RecordTable.tsx';
import type { Selection } from './selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const rowHeight = 60;

/** What a row says on a phone. */
export type PhoneRow = {
  title: ReactNode;
  detail?: ReactNode;
  /** On the right of the first line: a time, a figure. */
  aside?: ReactNode;
  /** On the right of the second line: a state. */
  mark?: ReactNode;
  /** Before both lines: an avatar or icon. */
  picture?: ReactNode;
};

type Props<Row> = RecordTableProps<Row> & {
  rows: readonly Row[];
  keys: readonly string[];
  scroller: HTMLElement | null;
  selection: Selection | undefined;
};

export function ListRows<Row>(props: Props<Row>) {
  const { label, rows, keys, scroller, selection, pages, onOpen, openKey, phoneRow } = props;
  const t = useTranslations('ui.table');
  const { items, before, after, onKeyDown } = useVirtualRows({ keys, scroller, rowHeight, pages });
  const selecting = (selection?.ids.size ?? 0) > 0;
  return (
    <ul className={styles.list} aria-label={label} onKeyDown={onKeyDown}>
      {before > 0 && <li aria-hidden style={{ height: before }} />}
      {items.map(({ index, key }) => {
        const row = rows[index];
        const id = keys[index];
        if (row === undefined || id === undefined) return null;
        const { title, detail, aside, mark, picture } = phoneRow(row);
        return (
          <li key={key} className={styles.listRow} data-open={id === openKey || undefined}>
            {selection && (
              <Checkbox
                className={styles.listTick}
                data-on={selecting || undefined}
                aria-label={t('selectRow')}
                checked={selection.ids.has(id)}
                onChange={() => selection.toggle(id)}
              />
            )}
            <button
              type="button"
              className={styles.listButton}
              onClick={() => (selecting && selection ? selection.toggle(id) : onOpen?.(row))}
            >
              {picture}
              <span className={styles.listText}>
                <span className={styles.listLine}>
                  <span className={styles.listTitle}>{title}</span>
                  <span className={styles.listAside}>{aside}</span>
                </span>
                <span className={styles.listLine}>
                  <span className={styles.listDetail}>{detail}</span>
                  {mark}
                </span>
              </span>
            </button>
          </li>
        );
      })}
      {after > 0 && <li aria-hidden style={{ height: after }} />}
    </ul>
  );
}
