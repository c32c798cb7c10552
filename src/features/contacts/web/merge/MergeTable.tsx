// The values in which two contacts differ, side by side, one of each row to be kept.
import { Radio } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { ContactState } from '#features/contacts/web/contact-columns.tsx';
import styles from './Merge.module.css';
import type { MergeRow } from './merge-rows.ts';

type Props = {
  /** The one that stays first. */
  pair: readonly [Contact, Contact];
  rows: readonly MergeRow[];
  prefer: Readonly<Record<string, string>>;
  onPrefer: (key: string, contactId: string) => void;
};

export function MergeTable({ pair, rows, prefer, onPrefer }: Props) {
  const t = useTranslations('contactMerge');
  const labelOf = ({ key, field }: MergeRow) => field?.label ?? t(key as 'name');
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-for-screen-readers">{t('field')}</span>
            </th>
            {pair.map((contact, at) => (
              <th key={contact.id} scope="col">
                <span className={styles.name}>{contact.displayName}</span>
                <span className={styles.marks}>
                  <ContactState contact={contact} />
                  {at === 0 && <small>{t('stays')}</small>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{labelOf(row)}</th>
              {pair.map((contact, at) => (
                <td key={contact.id}>
                  <Radio
                    size="sm"
                    name={`merge-${row.key}`}
                    checked={(prefer[row.key] ?? pair[0].id) === contact.id}
                    onChange={() => onPrefer(row.key, contact.id)}
                    label={row.values[at]}
                    aria-label={t('take', {
                      field: labelOf(row),
                      name: contact.displayName,
                      value: row.values[at] ?? '',
                    })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{t('same')}</p>
    </>
  );
}
