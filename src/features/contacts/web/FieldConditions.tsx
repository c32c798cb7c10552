// Conditions on custom fields in the filter bar: one chip each, and a small form for a new one.
import { Button, CloseButton, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FIELD_CHECKS, type FieldCondition } from '#features/contacts/contact-filter.contract.ts';
import { api } from '#web/api.ts';
import styles from './Contacts.module.css';
import { readCondition, writeCondition } from './contact-query.ts';

type Check = FieldCondition['check'];
type Props = { value: readonly string[]; onChange: (value: string[]) => void };

export function FieldConditions({ value, onChange }: Props) {
  const t = useTranslations('contacts');
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const all = fields.data?.items ?? [];
  const [opened, setOpened] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [check, setCheck] = useState<Check>('is');
  const [compared, setCompared] = useState('');
  const needsValue = check !== 'is_set' && check !== 'is_empty';
  const isYesNo = all.find((field) => field.code === code)?.type === 'boolean';
  if (all.length === 0 && value.length === 0) return null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!code) return;
    const condition = writeCondition({ code, check, value: needsValue ? compared.trim() : '' });
    onChange([...value.filter((each) => each !== condition), condition]);
    setOpened(false);
    setCompared('');
  };
  return (
    <>
      {value.map((text) => {
        const condition = readCondition(text);
        if (!condition) return null;
        const label = all.find((field) => field.code === condition.code)?.label ?? condition.code;
        return (
          <span key={text} className={styles.chip}>
            {label} {t(`check.${condition.check}`)} <strong>{condition.value}</strong>
            <CloseButton
              size="xs"
              aria-label={t('filter.remove')}
              onClick={() => onChange(value.filter((each) => each !== text))}
            />
          </span>
        );
      })}
      <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            h={32}
            leftSection={<IconPlus size={14} />}
            onClick={() => setOpened((before) => !before)}
          >
            {t('filter.fields')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form onSubmit={add}>
            <Stack gap="sm" w={240}>
              <Select
                label={t('filter.field')}
                data={all.map((field) => ({ value: field.code, label: field.label }))}
                value={code}
                onChange={setCode}
                comboboxProps={{ withinPortal: false }}
                searchable
              />
              <Select
                label={t('filter.check')}
                data={FIELD_CHECKS.filter(
                  (each) => !isYesNo || !['above', 'below', 'contains'].includes(each),
                ).map((each) => ({ value: each, label: t(`check.${each}`) }))}
                value={check}
                onChange={(next) => next && setCheck(next as Check)}
                comboboxProps={{ withinPortal: false }}
                allowDeselect={false}
              />
              {needsValue && (
                <TextInput
                  label={t('filter.value')}
                  value={compared}
                  onChange={(event) => setCompared(event.currentTarget.value)}
                />
              )}
              <Button type="submit" disabled={!code || (needsValue && compared.trim() === '')}>
                {t('filter.apply')}
              </Button>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
