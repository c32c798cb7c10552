// The file of a message by its kind: a picture, a sticker, a film, something to hear, or a document.
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import { AudioPlayer } from './AudioPlayer.tsx';
import { DocumentCard } from './DocumentCard.tsx';
import { MissingMedia, WaitingMedia } from './MissingMedia.tsx';
import styles from './media.module.css';
import { PhotoView } from './PhotoView.tsx';
import { word } from './read-content.ts';

/** Where the file of a message is read; `&download` after it asks for the file instead of showing it. */
export function mediaAddress(message: Pick<Message, 'id'>): string {
  return `/api/v1/messages/${message.id}/media?workspace=${currentWorkspaceId() ?? ''}`;
}

export function MessageMedia({ message }: { message: Message }) {
  const t = useTranslations('threadMedia');
  const { media, kind, content } = message;
  if (media?.state === 'waiting') return <WaitingMedia />;
  if (media?.state !== 'ready') return <MissingMedia message={message} />;
  const source = mediaAddress(message);
  switch (kind) {
    case 'image':
      return <PhotoView message={message} source={source} />;
    case 'sticker':
      return <PhotoView message={message} source={source} isSticker />;
    case 'video':
      // A moment after the beginning stands for the film: the very first picture is often black.
      return (
        // biome-ignore lint/a11y/useMediaCaption: customers send no captions
        <video
          className={styles.film}
          src={`${source}#t=0.1`}
          controls
          playsInline
          preload="metadata"
          aria-label={word(content, 'caption') || t('video')}
        />
      );
    case 'audio':
      return <AudioPlayer source={source} isVoice={content.voiceNote === true} />;
    default:
      return <DocumentCard message={message} source={source} />;
  }
}
