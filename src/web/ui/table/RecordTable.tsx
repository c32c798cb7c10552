// The table of every list page: virtual rows, keyset paging, keyboard, selection, all states; a list on a phone.
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { phoneWidth } from '#web/layout/phone-width.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type Column, type Sort, useColumnChoice } from './columns.ts';
import { ListRows, type PhoneRow } from './ListRows.tsx';
import { NothingMatches } from './NothingMatches.tsx';
import styles from './RecordTable.module.css';
import { SkeletonRows } from './SkeletonRows.tsx';
import { useSelection } from './selection.ts';
import { TableRows } from './TableRows.tsx';

/** The part of `useInfiniteQuery`'s result that a table needs; pages are `{ items, nextCursor }`. */
export type RecordPages<Row> = {
  data: { pages: readonly { items: readonly Row[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

export type RecordTableProps<Row> = {
  /** Names the table in the browser's memory of chosen columns. */
  id: string;
  /** What the rows are, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  pages: RecordPages<Row>;
  rowKey: (row: Row) => string;
  /** Opens a row: click or Enter. */
  onOpen?: (row: Row) => void;
  /** Key of the row that is open in the side panel. */
  openKey?: string | undefined;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** Actions on the selected rows; without it rows cannot be selected. */
  bulk?: (ids: string[], clear: () => void) => ReactNode;
  /** How a row reads on a phone. */
  phoneRow: (row: Row) => PhoneRow;
  /** Shown when there is nothing yet: an `EmptyState`. */
  empty: ReactNode;
  /** Set when a filter is on: an empty result then offers to clear it. */
  onClearFilters?: (() => void) | undefined;
};

export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const { id, columns, pages, rowKey, bulk, phoneRow, empty, onClearFilters } = props;
  const isPhone = useMediaQuery(phoneWidth, window.matchMedia(phoneWidth).matches);
  const { shown } = useColumnChoice(id, columns);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const selection = useSelection(keys);
  // State, not a ref: the rows measure it, so they are drawn again once it is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);

  if (pages.isPending) return <SkeletonRows columns={shown.length} isPhone={isPhone} />;
  if (pages.error && rows.length === 0) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (rows.length === 0) return onClearFilters ? <NothingMatches onClear={onClearFilters} /> : empty;

  const shared = { ...props, rows, keys, scroller, selection: bulk ? selection : undefined };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape undoes the selection from anywhere in the table
    <div
      className={styles.frame}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || selection.ids.size === 0) return;
        event.preventDefault();
        selection.clear();
      }}
    >
      <div className={styles.scroller} ref={setScroller}>
        {isPhone ? <ListRows {...shared} phoneRow={phoneRow} /> : <TableRows {...shared} shown={shown} />}
        {pages.error !== null && pages.error !== undefined && (
          <ErrorState error={pages.error} onRetry={() => void pages.fetchNextPage()} />
        )}
      </div>
      {bulk && selection.ids.size > 0 && (
        <BulkBar count={selection.ids.size} onClear={selection.clear}>
          {bulk([...selection.ids], selection.clear)}
        </BulkBar>
      )}
    </div>
  );
}
