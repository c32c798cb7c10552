// Formatting of the selected words: bold, italic, strikethrough, monospace, as WhatsApp marks them.
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconBold, IconCode, IconItalic, IconStrikethrough, IconTypography } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Mark } from './wrap-marks.ts';

const TOOLS: readonly (readonly [Mark, typeof IconBold, string])[] = [
  ['bold', IconBold, 'Ctrl+B'],
  ['italic', IconItalic, 'Ctrl+I'],
  ['strike', IconStrikethrough, ''],
  ['code', IconCode, ''],
];

export function FormatTools({ onFormat }: { onFormat: (mark: Mark) => void }) {
  const t = useTranslations('attachments.format');
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('open')}
          title={t('open')}
          onClick={() => setOpen(!open)}
        >
          <IconTypography size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ActionIcon.Group>
          {TOOLS.map(([mark, Icon, key]) => (
            <Tooltip key={mark} label={key ? `${t(mark)} (${key})` : t(mark)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={t(mark)}
                // The selection in the field has to stay.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onFormat(mark)}
              >
                <Icon size={17} />
              </ActionIcon>
            </Tooltip>
          ))}
        </ActionIcon.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
