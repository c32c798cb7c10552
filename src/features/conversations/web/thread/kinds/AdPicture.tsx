// The picture or film of the advertisement that brought the customer, or why it is not here.
import { Skeleton } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import styles from './media.module.css';
import { type Content, word } from './read-content.ts';

const FAILURES = ['gone', 'unreachable', 'unusable'] as const;

export function AdPicture({
  messageId,
  picture,
  name,
}: {
  messageId: string;
  picture: Content;
  name: string;
}) {
  const t = useTranslations('threadMedia');
  const [broken, setBroken] = useState(false);
  const state = word(picture, 'state');
  if (state === '') return null;
  if (state === 'waiting') return <Skeleton className={styles.ad} aria-label={t('waiting')} />;
  if (state === 'failed' || broken) {
    const why = FAILURES.find((one) => one === word(picture, 'failure')) ?? 'unusable';
    return (
      <span className={styles.muted}>
        <IconPhotoOff size={15} aria-hidden /> {t(`adPicture.${why}`)}
      </span>
    );
  }
  const source = `/api/v1/messages/${messageId}/ad-picture?workspace=${currentWorkspaceId() ?? ''}`;
  const label = t('adPicture.label', { name });
  return word(picture, 'mimeType').startsWith('video/') ? (
    // biome-ignore lint/a11y/useMediaCaption: advertisements come without captions
    <video
      className={styles.ad}
      src={`${source}#t=0.1`}
      controls
      playsInline
      preload="metadata"
      aria-label={label}
      onError={() => setBroken(true)}
    />
  ) : (
    <img className={styles.ad} src={source} alt={label} loading="lazy" onError={() => setBroken(true)} />
  );
}
