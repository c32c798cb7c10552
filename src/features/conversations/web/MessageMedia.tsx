// The file of a message: shown where a browser can, else to download.
import { Anchor, Loader } from '@mantine/core';
import { IconDownload, IconFile, IconPhotoOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './MessageList.module.css';
import { mediaAddress } from './media-address.ts';
import { useFileSize } from './use-file-size.ts';

export function MessageMedia({ message }: { message: Message }) {
  const t = useTranslations('conversations');
  const spellSize = useFileSize();
  const { media, kind, content } = message;
  const name = media?.name ?? (typeof content.fileName === 'string' ? content.fileName : t('kind.document'));
  if (media?.state === 'waiting')
    return (
      <span className={styles.muted}>
        <Loader size={12} /> {t('mediaWaiting')}
      </span>
    );
  if (media?.state !== 'ready') return <Missing message={message} />;
  const source = mediaAddress(message.id);
  switch (kind) {
    case 'image':
    case 'sticker':
      return (
        <a href={source} target="_blank" rel="noreferrer">
          <img
            className={`${styles.media} ${kind === 'sticker' ? styles.sticker : ''}`}
            src={source}
            alt={typeof content.caption === 'string' ? content.caption : t(`kind.${kind}`)}
            loading="lazy"
          />
        </a>
      );
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: customers send no captions
      return <video className={styles.media} src={source} controls preload="metadata" />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: customers send no captions
      return <audio className={styles.media} src={source} controls preload="none" />;
    default:
      return (
        <a className={styles.file} href={`${source}&download`} download={name}>
          <IconFile size={24} stroke={1.5} aria-hidden />
          <span>
            <span className={styles.fileName}>{name}</span>
            {media.size !== null && <span className={styles.detail}>{spellSize(media.size)}</span>}
          </span>
          <IconDownload size={16} aria-label={t('download')} />
        </a>
      );
  }
}

function Missing({ message }: { message: Message }) {
  const t = useTranslations('conversations');
  const again = () => void client.conversations.fetchMedia({ id: message.id }).catch(toastFailed);
  return (
    <span className={styles.muted}>
      <IconPhotoOff size={15} aria-hidden /> {message.media?.failure ?? t('mediaMissing')}{' '}
      {message.media && (
        <Anchor component="button" type="button" size="sm" onClick={again}>
          {t('mediaAgain')}
        </Anchor>
      )}
    </span>
  );
}
