// Lets the chat be taken along as a file: its text, or all of it with media.
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileZip, IconNotes } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { startDownload } from '#web/download.ts';

export function ExportChat({ conversationId }: { conversationId: string }) {
  const t = useTranslations('contactCard.attachments');
  const take = (file: string) => () => startDownload(`/api/v1/conversations/${conversationId}/${file}`);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconDownload size={14} />}
          aria-haspopup="menu"
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={take('export.csv')}>
          {t('exportCsv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileZip size={16} />} onClick={take('export.zip')}>
          {t('exportZip')}
        </Menu.Item>
        <Menu.Item leftSection={<IconNotes size={16} />} onClick={take('export.zip?notes=true')}>
          {t('exportNotes')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
