// Settings: the quick replies of the team, and one's own.
import { Button, Code, Menu, Text } from '@mantine/core';
import { IconPaperclip, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { QuickReply } from '#features/quick-replies/quick-replies.contract.ts';
import styles from '#features/tags/web/Labels.module.css';
import { api, client } from '#web/api.ts';
import { setPageTitle } from '#web/page-title.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { QuickReplyDialog } from './QuickReplyDialog.tsx';

export function QuickRepliesPage() {
  const t = useTranslations('quickReplies');
  const title = useTranslations('conversations')('quickReplies');
  const mayTeam = usePermission('quick_replies:write');
  const [editing, setEditing] = useState<QuickReply | 'new' | null>(null);
  const replies = useQuery(api.quickReplies.list.queryOptions({ input: undefined }));
  const items = replies.data?.items ?? [];
  useEffect(() => {
    setPageTitle(title);
  }, [title]);
  return (
    <>
      <PageHeader
        title={title}
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        }
      />
      {replies.error !== null && <ErrorState error={replies.error} onRetry={() => void replies.refetch()} />}
      <SettingsSection wide title={t('team')} text={t('text')}>
        <Rows
          items={items.filter((one) => one.shared)}
          empty={replies.data && t('teamEmpty')}
          onEdit={mayTeam ? setEditing : undefined}
        />
      </SettingsSection>
      <SettingsSection wide title={t('own')}>
        <Rows
          items={items.filter((one) => !one.shared)}
          empty={replies.data && t('ownEmpty')}
          onEdit={setEditing}
        />
      </SettingsSection>
      {editing && (
        <QuickReplyDialog
          reply={editing === 'new' ? null : editing}
          mayTeam={mayTeam}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

type RowsProps = {
  items: readonly QuickReply[];
  empty: string | undefined;
  /** Left out where one may only look. */
  onEdit?: ((reply: QuickReply) => void) | undefined;
};

function Rows({ items, empty, onEdit }: RowsProps) {
  if (items.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <ul className={styles.rows}>
      {items.map((reply) => (
        <li key={reply.id}>
          <Code>/{reply.shortcut}</Code>
          <span className={styles.name} title={reply.text} style={{ fontWeight: 400 }}>
            {reply.text}
          </span>
          {reply.file && (
            <Text size="xs" c="dimmed" truncate maw={180} title={reply.file.name}>
              <IconPaperclip size={13} aria-hidden /> {reply.file.name}
            </Text>
          )}
          {onEdit && <RowMenu reply={reply} onEdit={() => onEdit(reply)} />}
        </li>
      ))}
    </ul>
  );
}

function RowMenu({ reply, onEdit }: { reply: QuickReply; onEdit: () => void }) {
  const t = useTranslations('quickReplies');
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries({ queryKey: api.quickReplies.key() });
  const remove = async () => {
    try {
      await client.quickReplies.delete({ id: reply.id });
      const { shared, shortcut, text, file } = reply;
      toastDone(t('deleted'), async () => {
        await client.quickReplies.create({ shared, shortcut, text, fileId: file?.id ?? null });
        await reload();
      });
      await reload();
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <DotsMenu label={t('actions', { name: `/${reply.shortcut}` })}>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
        {t('edit')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('delete')}
      </Menu.Item>
    </DotsMenu>
  );
}
