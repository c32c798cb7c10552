// The files that will go with the answer: what each is, its caption, what is wrong with it, how far it has gone.
import { CloseButton, Progress, Text, TextInput } from '@mantine/core';
import { IconFile, IconMicrophone, IconVideo } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFileSize } from '#features/conversations/web/use-file-size.ts';
import { ANSWER_LIMITS } from '#whatsapp/interactive-limits.ts';
import styles from './attachments.module.css';
import { type Attachment, fileFault, MOST_FILES, takesCaption } from './attachments.ts';
import type { Attachments } from './use-attachments.ts';

type Props = { attachments: Attachments; sending: boolean };

export function AttachmentTray({ attachments, sending }: Props) {
  const t = useTranslations('attachments');
  const { list, progress } = attachments;
  if (list.length === 0) return null;
  return (
    <ul className={styles.tray} aria-label={t('title')}>
      {list.map((attachment) => (
        <li key={attachment.key} className={styles.item}>
          <Thumbnail file={attachment.file} />
          <div className={styles.what}>
            <div className={styles.name}>{attachment.file.name}</div>
            <Sentence file={attachment.file} />
            {list.length > 1 && takesCaption(attachment.file) && (
              <TextInput
                size="xs"
                mt={4}
                aria-label={t('captionOf', { name: attachment.file.name })}
                placeholder={t('caption')}
                maxLength={ANSWER_LIMITS.caption}
                value={attachment.caption}
                onChange={(event) => attachments.setCaption(attachment.key, event.currentTarget.value)}
              />
            )}
            {sending && (
              <Progress
                size={3}
                mt={6}
                value={attachment.fileId ? 100 : (progress[attachment.key] ?? 0) * 100}
                aria-label={t('progress', { name: attachment.file.name })}
              />
            )}
          </div>
          {!sending && (
            <CloseButton
              aria-label={t('remove', { name: attachment.file.name })}
              onClick={() => attachments.remove(attachment.key)}
            />
          )}
        </li>
      ))}
      {list.length === MOST_FILES && (
        <Text component="li" size="xs" c="dimmed">
          {t('most', { count: MOST_FILES })}
        </Text>
      )}
    </ul>
  );
}

/** What is wrong with it, or how large it is. */
function Sentence({ file }: Pick<Attachment, 'file'>) {
  const t = useTranslations('attachments');
  const spellSize = useFileSize();
  const fault = fileFault(file);
  if (fault)
    return (
      <Text size="xs" c="var(--tone-bad-text)" role="alert">
        {fault.fault !== 'tooLarge'
          ? t(fault.fault)
          : t('tooLarge', {
              kind: t(`kind.${fault.kind}`),
              largest: spellSize(fault.largest),
              size: spellSize(file.size),
            })}
      </Text>
    );
  return (
    <Text size="xs" c="dimmed">
      {spellSize(file.size)}
    </Text>
  );
}

function Thumbnail({ file }: Pick<Attachment, 'file'>) {
  const url = useMemo(() => {
    if (!file.type.startsWith('image/')) return null;
    return file instanceof File ? URL.createObjectURL(file) : file.url;
  }, [file]);
  useEffect(
    () => () => {
      if (url?.startsWith('blob:')) URL.revokeObjectURL(url);
    },
    [url],
  );
  if (url) return <img src={url} alt="" />;
  const Icon = file.type.startsWith('audio/')
    ? IconMicrophone
    : file.type.startsWith('video/')
      ? IconVideo
      : IconFile;
  return <Icon size={28} stroke={1.5} aria-hidden className={styles.sign} />;
}
