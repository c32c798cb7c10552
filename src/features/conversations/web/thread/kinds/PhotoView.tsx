// A picture in a message, which a click shows large; or a sticker.
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { useOpenPhoto } from '#features/conversations/web/thread/photos.ts';
import { DocumentCard } from './DocumentCard.tsx';
import styles from './media.module.css';
import { word } from './read-content.ts';

type Props = { message: Message; source: string; isSticker?: boolean };

export function PhotoView({ message, source, isSticker = false }: Props) {
  const t = useTranslations('threadMedia');
  const open = useOpenPhoto();
  const [broken, setBroken] = useState(false);
  // Some are of a form that no browser shows: then it is a file like others.
  if (broken) return <DocumentCard message={message} source={source} />;
  if (isSticker)
    return (
      <img
        className={styles.sticker}
        src={source}
        alt={t('sticker')}
        loading="lazy"
        onError={() => setBroken(true)}
      />
    );
  return (
    <UnstyledButton
      className={styles.photo}
      aria-label={t('enlarge', { caption: word(message.content, 'caption') || t('photo') })}
      onClick={() => open(message.id)}
    >
      <img src={source} alt="" loading="lazy" onError={() => setBroken(true)} />
    </UnstyledButton>
  );
}
