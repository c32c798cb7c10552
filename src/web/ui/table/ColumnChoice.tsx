// The menu with which a person chooses the columns of a table.
import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type Column, useColumnChoice } from './columns.ts';

type Props<Row> = { tableId: string; columns: readonly Column<Row>[] };

export function ColumnChoice<Row>({ tableId, columns }: Props<Row>) {
  const t = useTranslations('ui.table');
  const { hidden, toggle } = useColumnChoice(tableId, columns);
  return (
    <Popover position="bottom-end" shadow="md">
      <Popover.Target>
        <Tooltip label={t('columns')}>
          <ActionIcon variant="default" size={32} aria-label={t('columns')} visibleFrom="sm">
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns
            .filter((column) => !column.fixed)
            .map((column) => (
              <Checkbox
                key={column.id}
                size="xs"
                label={column.header}
                checked={!hidden.has(column.id)}
                onChange={() => toggle(column.id)}
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
