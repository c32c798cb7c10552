// What can be done with one message: answer it, react, copy its words, see what became of it.
import { ActionIcon, Group, Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCopy,
  IconDotsVertical,
  IconInfoCircle,
  IconMoodOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import styles from './bubble.module.css';
import { part, word } from './kinds/read-content.ts';
import { useMessageActions } from './thread-context.tsx';

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

type Props = {
  message: Message;
  onDetails?: (() => void) | undefined;
};

export function MessageMenu(props: Props) {
  const t = useTranslations('messageMenu');
  const [opened, setOpened] = useState(false);
  const { reply, react } = useMessageActions();
  const { message, onDetails } = props;
  const hasItems = onDetails || copyOf(message) || (mayBeAnswered(message) && (reply || react));
  if (!hasItems) return null;
  // A thread has hundreds of messages: each has its button, only the one that is asked for has its menu.
  const button = (
    <ActionIcon
      className={styles.more}
      data-opened={opened || undefined}
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t('open')}
      aria-haspopup="menu"
      onClick={() => setOpened(true)}
    >
      <IconDotsVertical size={16} />
    </ActionIcon>
  );
  if (!opened) return button;
  return (
    <Menu opened onChange={setOpened} position="bottom" returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Items {...props} onDone={() => setOpened(false)} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ message, onDetails, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('messageMenu');
  const { reply, react } = useMessageActions();
  const ours = message.reactions.find((one) => one.direction === 'out');
  const text = copyOf(message);
  const isThere = mayBeAnswered(message);
  return (
    <>
      {react && isThere && (
        <Group gap={2} px={4} py={2} wrap="nowrap">
          {QUICK.map((emoji) => (
            <UnstyledButton
              key={emoji}
              role="menuitem"
              className={styles.emoji}
              data-ours={ours?.emoji === emoji || undefined}
              aria-label={t('react', { emoji })}
              onClick={() => {
                react(message, emoji);
                onDone();
              }}
            >
              {emoji}
            </UnstyledButton>
          ))}
        </Group>
      )}
      {reply && isThere && (
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => reply(message)}>
          {t('reply')}
        </Menu.Item>
      )}
      {react && ours && (
        <Menu.Item leftSection={<IconMoodOff size={16} />} onClick={() => react(message, null)}>
          {t('unreact')}
        </Menu.Item>
      )}
      {text && (
        <Menu.Item
          leftSection={<IconCopy size={16} />}
          onClick={() => void navigator.clipboard?.writeText(text)}
        >
          {t('copy')}
        </Menu.Item>
      )}
      {onDetails && (
        <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={onDetails}>
          {t('details')}
        </Menu.Item>
      )}
    </>
  );
}

/** Also with a reaction: what WhatsApp has not taken cannot be named to it. */
export function mayBeAnswered({ content, kind, state }: Message): boolean {
  return content.withdrawn !== true && kind !== 'reaction' && state !== 'queued' && state !== 'failed';
}

function copyOf({ content }: Message): string {
  if (content.withdrawn === true) return '';
  return (
    word(content, 'text') ||
    word(content, 'caption') ||
    word(part(content, 'shown'), 'body') ||
    word(content, 'body') ||
    word(content, 'title')
  );
}
