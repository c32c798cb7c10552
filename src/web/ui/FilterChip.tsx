// One filter as a chip: its name, its value when it is on, and the choice in a menu.
import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './FilterBar.module.css';

type Props<V extends string> = {
  label: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V | null) => void;
};

export function FilterChip<V extends string>({ label, value, options, onChange }: Props<V>) {
  const t = useTranslations('ui.table');
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.chip} data-on={chosen ? true : undefined}>
          {label}
          {chosen && <strong>{chosen.label}</strong>}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            onClick={() => onChange(option.value)}
            rightSection={option.value === value ? <IconCheck size={15} aria-hidden /> : null}
          >
            {option.label}
          </Menu.Item>
        ))}
        {chosen && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChange(null)}>{t('anyValue')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
