// The menu that puts a contact field into a text.
import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useEditor } from './editor-context.ts';

type Props = { onInsert: (code: string) => void; disabled?: boolean };

export function InsertField({ onInsert, disabled = false }: Props) {
  const t = useTranslations('templateEditor');
  const { fields } = useEditor();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBraces size={15} />}
          disabled={disabled}
        >
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {fields.map(({ code, label }) => (
          <Menu.Item key={code} onClick={() => onInsert(code)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
