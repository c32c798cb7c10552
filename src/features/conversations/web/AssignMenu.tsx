// Who looks after the conversation, and for those who may, the choice of it.
import { Button, Checkbox, Menu, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './Thread.module.css';

export function AssignMenu({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  const may = usePermission('chats:assign');
  const [open, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const members = useQuery({
    ...api.members.list.queryOptions({ input: { limit: 200 } }),
    enabled: open && may,
  });
  const { assignees } = conversation;
  const chosen = assignees.map((assignee) => assignee.userId);
  const names = assignees.map((assignee) => assignee.name).join(', ');
  const face = assignees.slice(0, 3).map((one) => <PersonAvatar key={one.userId} name={one.name} />);
  if (!may) return face.length > 0 ? <span title={names}>{face}</span> : null;

  const toggle = async (userId: string) => {
    const userIds = chosen.includes(userId) ? chosen.filter((id) => id !== userId) : [...chosen, userId];
    try {
      await client.conversations.assign({ id: conversation.id, userIds });
      await queryClient.invalidateQueries({ queryKey: api.conversations.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" closeOnItemClick={false} width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={face.length > 0 ? face : <IconUserPlus size={16} />}
          title={names}
        >
          <span className={styles.assigned}>
            {assignees.length === 1 ? names : assignees.length > 1 ? assignees.length : t('assign')}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        <Menu.Label>{t('assignLabel')}</Menu.Label>
        {members.data?.items.map((member) => (
          <Menu.Item
            key={member.userId}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(member.userId)}
            leftSection={
              <Checkbox
                checked={chosen.includes(member.userId)}
                readOnly
                tabIndex={-1}
                size="xs"
                aria-hidden
              />
            }
            onClick={() => void toggle(member.userId)}
          >
            {member.name}
          </Menu.Item>
        ))}
        {members.isPending && (
          <Text size="sm" c="dimmed" px="sm" py={6}>
            …
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
