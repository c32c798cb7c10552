// The bar under a page's title: search, chips, and on the right what belongs to the view.
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './FilterBar.module.css';

type Props = {
  /** What is searched for, from the address. */
  search?: { value: string | undefined; onChange: (value: string) => void; placeholder: string };
  /** `FilterChip`s. */
  children?: ReactNode;
  /** Set when any filter is on. */
  onClear?: (() => void) | undefined;
  right?: ReactNode;
  /** A switch between views of the page: first, so that it stays in its place whatever they filter by. */
  views?: ReactNode;
};

export function FilterBar({ search, children, onClear, right, views }: Props) {
  const t = useTranslations('ui.table');
  return (
    <search className={styles.bar}>
      {views !== undefined && <div className={styles.views}>{views}</div>}
      {search && <SearchField {...search} />}
      {children}
      {onClear && (
        <Button variant="subtle" color="gray" size="xs" h={32} onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
      {right !== undefined && <div className={styles.right}>{right}</div>}
    </search>
  );
}

function SearchField({ value = '', onChange, placeholder }: NonNullable<Props['search']>) {
  const t = useTranslations('ui.table');
  const [typed, setTyped] = useState(value);
  const report = useDebouncedCallback(onChange, 250);
  // The address can change without typing: "Clear filters", back, a saved view.
  useEffect(() => setTyped(value), [value]);
  const type = (text: string) => {
    setTyped(text);
    report(text);
  };
  return (
    <TextInput
      className={styles.search}
      size="xs"
      styles={{ input: { height: 32, minHeight: 32, fontSize: 13 } }}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed !== '' && <CloseButton size="xs" aria-label={t('clearSearch')} onClick={() => type('')} />
      }
      placeholder={placeholder}
      aria-label={placeholder}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
