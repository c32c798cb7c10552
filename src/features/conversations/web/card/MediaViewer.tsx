// A photo or video of the conversation in large, with the ones before and after it.
import { ActionIcon, Anchor, Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Attachment } from '#features/conversations/conversations.contract.ts';
import { mediaAddress } from '#features/conversations/web/thread/kinds/MessageMedia.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './card.module.css';

type Props = {
  items: readonly Attachment[];
  at: number;
  onMove: (at: number) => void;
  onClose: () => void;
  onGoTo: (messageId: string) => void;
};

export function MediaViewer({ items, at, onMove, onClose, onGoTo }: Props) {
  const t = useTranslations('contactCard.attachments');
  const item = items[at];
  const move = (to: number) => items[to] && onMove(to);
  useHotkeys([
    ['ArrowLeft', () => move(at - 1)],
    ['ArrowRight', () => move(at + 1)],
  ]);
  if (!item) return null;
  const source = mediaAddress({ id: item.messageId });
  return (
    <Dialog opened onClose={onClose} title={item.name} size="xl" centered>
      <div className={styles.large}>
        {item.kind === 'video' ? (
          // biome-ignore lint/a11y/useMediaCaption: customers send no captions
          <video key={source} src={source} controls />
        ) : (
          <img key={source} src={source} alt={item.name} />
        )}
      </div>
      <Group justify="space-between" mt="sm" gap="sm">
        <Group gap={4}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('newer')}
            disabled={at === 0}
            onClick={() => move(at - 1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('older')}
            disabled={at >= items.length - 1}
            onClick={() => move(at + 1)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <span className={styles.when}>
            <RelativeTime at={item.at} />
          </span>
        </Group>
        <Group gap="sm">
          <Anchor href={`${source}&download`} download={item.name} size="sm">
            <Group gap={4} component="span">
              <IconDownload size={15} aria-hidden />
              {t('download')}
            </Group>
          </Anchor>
          <Button variant="default" size="sm" onClick={() => onGoTo(item.messageId)}>
            {t('showInChat')}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}
