// The first rows of a file with a choice above each column: where it goes.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FieldDialog } from '#features/fields/web/FieldDialog.tsx';
import { COLUMN_TARGETS, type ColumnTarget, type Detected } from '#features/imports/imports.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import styles from './Imports.module.css';

const SKIP = 'skip';
const NEW_FIELD = 'new';
const ROWS = 8;
/** More than one column may go there. */
const SHARED: readonly ColumnTarget[] = ['tags', 'lists', 'notes'];

type Props = { read: Detected; columns: ColumnTarget[]; onChange: (columns: ColumnTarget[]) => void };

export function ColumnTable({ read, columns, onChange }: Props) {
  const t = useTranslations('importPages');
  const mayDefine = usePermission('fields:write');
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const [defining, setDefining] = useState<number | null>(null);
  const set = (index: number, target: ColumnTarget) =>
    onChange(
      columns.map((before, i) =>
        i === index
          ? target
          : target !== null && before === target && !SHARED.includes(target)
            ? null
            : before,
      ),
    );
  const options = [
    { value: SKIP, label: t('mapping.skip') },
    {
      group: t('mapping.groupContact'),
      items: COLUMN_TARGETS.map((value) => ({ value: value as string, label: t(`target.${value}`) })),
    },
    {
      group: t('mapping.groupFields'),
      items: [
        ...(fields.data?.items ?? [])
          .filter((field) => field.shown)
          .map((field) => ({ value: `field:${field.code}`, label: field.label })),
        ...(mayDefine ? [{ value: NEW_FIELD, label: t('mapping.newField') }] : []),
      ],
    },
  ];
  const nameOf = (index: number) => read.header[index] || t('mapping.column', { number: index + 1 });
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className={styles.scroller} aria-label={t('mapping.preview')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((target, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
                <th key={index} scope="col" data-off={target === null || undefined}>
                  <span className={styles.columnName}>{nameOf(index)}</span>
                  <Select
                    size="xs"
                    aria-label={nameOf(index)}
                    data={options}
                    value={target ?? SKIP}
                    allowDeselect={false}
                    searchable
                    onChange={(value) => {
                      if (value === NEW_FIELD) setDefining(index);
                      else if (value) set(index, value === SKIP ? null : (value as ColumnTarget));
                    }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.sample.slice(0, ROWS).map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
              <tr key={number}>
                {columns.map((target, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity
                  <td key={index} data-off={target === null || undefined} title={row[index]}>
                    {row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {defining !== null && (
        <FieldDialog
          field={null}
          suggestion={read.header[defining] ?? ''}
          onClose={() => setDefining(null)}
          onMade={(field) => set(defining, `field:${field.code}`)}
        />
      )}
    </>
  );
}
