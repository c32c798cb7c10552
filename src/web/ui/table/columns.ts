// What a table shows: its columns, its sort order, and which columns a person chose to see.
import { type ReactNode, useMemo } from 'react';
import { useRemembered } from '#web/remembered.ts';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Pixels; columns without a width share what is left, at least `minWidth`. */
  width?: number;
  /** Pixels, for columns without a width; 160 unless given. */
  minWidth?: number;
  /** Numbers stand on the right. */
  align?: 'right';
  sortable?: boolean;
  /** Not shown until chosen. */
  optional?: boolean;
  /** Always shown: what names the row. */
  fixed?: boolean;
};

/** `-name` sorts descending by `name`. */
export type Sort = string;

export function sortDirection(sort: Sort | undefined, id: string): 'ascending' | 'descending' | 'none' {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : 'none';
}

/** What a click on the header of `id` asks for: ascending, then descending. */
export function nextSort(sort: Sort | undefined, id: string): Sort {
  return sort === id ? `-${id}` : id;
}

/** The columns that the person sees in the table `tableId`, and a switch for each of the others. */
export function useColumnChoice<Row>(tableId: string, columns: readonly Column<Row>[]) {
  const [stored, store] = useRemembered(`columns-${tableId}`);
  const hidden = useMemo(
    () =>
      new Set(
        stored === null
          ? columns.filter((column) => column.optional).map((column) => column.id)
          : stored.split(','),
      ),
    [stored, columns],
  );
  const shown = columns.filter((column) => column.fixed || !hidden.has(column.id));
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    store([...next].join(','));
  };
  return { shown, hidden, toggle };
}
