// The rows of a table on a desk: header that stays, 40-pixel rows.
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type Column, nextSort, sortDirection } from './columns.ts';
import styles from './RecordTable.module.css';
import type { RecordTableProps } from './RecordTable.tsx';
import type { Selection } from './selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const rowHeight = 40;

type Props<Row> = RecordTableProps<Row> & {
  shown: readonly Column<Row>[];
  rows: readonly Row[];
  keys: readonly string[];
  scroller: HTMLElement | null;
  selection: Selection | undefined;
};

export function TableRows<Row>(props: Props<Row>) {
  const { label, shown, rows, keys, scroller, selection, pages, onOpen, openKey, sort, onSort } = props;
  const t = useTranslations('ui.table');
  const { items, before, after, active, setActive, onKeyDown } = useVirtualRows({
    keys,
    scroller,
    rowHeight,
    pages,
    onOpen: onOpen && ((index) => rows[index] !== undefined && onOpen(rows[index])),
    onToggle: selection && ((index) => keys[index] !== undefined && selection.toggle(keys[index])),
  });
  const width = shown.reduce(
    (sum, column) => sum + (column.width ?? column.minWidth ?? 160),
    selection ? 44 : 0,
  );
  const allTicked = selection !== undefined && selection.ids.size === keys.length;

  return (
    <table
      className={styles.table}
      style={{ minWidth: width }}
      aria-label={label}
      aria-rowcount={pages.hasNextPage ? -1 : keys.length + 1}
      onKeyDown={onKeyDown}
    >
      <colgroup>
        {selection && <col style={{ width: 44 }} />}
        {shown.map((column) => (
          <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
        ))}
      </colgroup>
      <thead className={styles.head}>
        <tr aria-rowindex={1}>
          {selection && (
            <th scope="col" className={styles.tick}>
              <Checkbox
                size="xs"
                aria-label={t('selectAll')}
                checked={allTicked}
                indeterminate={selection.ids.size > 0 && !allTicked}
                onChange={selection.toggleAll}
              />
            </th>
          )}
          {shown.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 && <tr aria-hidden style={{ height: before }} />}
        {items.map(({ index, key }) => {
          const row = rows[index];
          const id = keys[index];
          if (row === undefined || id === undefined) return null;
          const ticked = selection?.ids.has(id) ?? false;
          return (
            <tr
              key={key}
              className={styles.row}
              data-row={index}
              data-open={id === openKey || undefined}
              data-ticked={ticked || undefined}
              data-opens={onOpen ? true : undefined}
              aria-rowindex={index + 2}
              aria-selected={selection ? ticked : undefined}
              tabIndex={index === active ? 0 : -1}
              onFocus={() => setActive(index)}
              onClick={() => onOpen?.(row)}
            >
              {selection && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the row does the same
                <td className={styles.tick} onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    size="xs"
                    tabIndex={-1}
                    aria-label={t('selectRow')}
                    checked={ticked}
                    onChange={() => {}}
                    onClick={(event) => selection.toggle(id, event.shiftKey)}
                  />
                </td>
              )}
              {shown.map((column) => (
                <td key={column.id} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
        {after > 0 && <tr aria-hidden style={{ height: after }} />}
      </tbody>
    </table>
  );
}

type HeadProps<Row> = {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
};

function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const direction = sortDirection(sort, column.id);
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  return (
    <th scope="col" data-align={column.align} aria-sort={direction}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, column.id))}>
        {column.header}
        {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
        {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
      </button>
    </th>
  );
}
