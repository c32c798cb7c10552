// A picture of the conversation as large as the window: arrows go to the others, Esc closes.
import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { mediaAddress } from './kinds/MessageMedia.tsx';
import { word } from './kinds/read-content.ts';
import styles from './PhotoViewer.module.css';

type Props = {
  /** Messages with pictures, oldest first. */
  photos: readonly Message[];
  openId: string;
  onOpen: (id: string) => void;
  onClose: () => void;
};

export function PhotoViewer({ photos, openId, onOpen, onClose }: Props) {
  const t = useTranslations('threadMedia');
  const format = useFormatter();
  const [zoomed, setZoomed] = useState(false);
  const at = photos.findIndex((one) => one.id === openId);
  const photo = photos[at];
  if (!photo) return null;
  const go = (step: -1 | 1) => {
    const next = photos[at + step];
    if (!next) return;
    setZoomed(false);
    onOpen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else if (event.key === ' ') setZoomed(!zoomed);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const caption = word(photo.content, 'caption');
  return (
    <Modal.Root opened onClose={onClose} fullScreen>
      <Modal.Content className={styles.viewer} aria-label={caption || t('photo')} onKeyDown={onKeyDown}>
        <header className={styles.bar}>
          <span className="figures">
            {t('photoOf', { at: at + 1, count: photos.length })}{' '}
            {format.dateTime(new Date(photo.at), { dateStyle: 'medium', timeStyle: 'short' })}
          </span>
          <span className={styles.tools}>
            <ActionIcon
              component="a"
              href={`${mediaAddress(photo)}&download`}
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('download')}
            >
              <IconDownload size={20} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('close')} onClick={onClose}>
              <IconX size={20} />
            </ActionIcon>
          </span>
        </header>
        <div className={styles.stage} data-zoomed={zoomed || undefined}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the space bar does the same */}
          <img src={mediaAddress(photo)} alt={caption || t('photo')} onClick={() => setZoomed(!zoomed)} />
        </div>
        <ActionIcon
          className={styles.before}
          size={44}
          radius="xl"
          variant="default"
          aria-label={t('before')}
          disabled={at === 0}
          onClick={() => go(-1)}
        >
          <IconChevronLeft size={22} />
        </ActionIcon>
        <ActionIcon
          className={styles.after}
          size={44}
          radius="xl"
          variant="default"
          aria-label={t('after')}
          disabled={at === photos.length - 1}
          onClick={() => go(1)}
        >
          <IconChevronRight size={22} />
        </ActionIcon>
        {caption && <p className={styles.caption}>{caption}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}
