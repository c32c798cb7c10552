// A file that will go with the answer: its picture or sign, name and size.
import { CloseButton, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFileSize } from '#features/conversations/web/use-file-size.ts';
import styles from './Composer.module.css';

export function AttachedFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const t = useTranslations('composer');
  const spellSize = useFileSize();
  const url = useMemo(() => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null), [file]);
  useEffect(
    () => () => {
      if (url) URL.revokeObjectURL(url);
    },
    [url],
  );
  return (
    <div className={styles.attached}>
      {url ? <img src={url} alt="" /> : <IconFile size={28} stroke={1.5} aria-hidden />}
      <div className={styles.fileName}>
        {file.name}
        <Text size="xs" c="dimmed">
          {spellSize(file.size)}
        </Text>
      </div>
      <CloseButton aria-label={t('remove')} onClick={onRemove} />
    </div>
  );
}
