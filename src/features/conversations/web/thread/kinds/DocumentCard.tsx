// A document of a message: what it is called, of what kind and how large it is, and the way to have it.
import {
  IconDownload,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { useFileSize } from '#features/conversations/web/use-file-size.ts';
import styles from './media.module.css';
import { word } from './read-content.ts';

export function DocumentCard({ message, source }: { message: Message; source: string }) {
  const t = useTranslations('threadMedia');
  const spellSize = useFileSize();
  const { media, content } = message;
  const name = word(content, 'fileName') || media?.name || t('document');
  const Icon = iconOf(name);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase();
  const size = media?.size ? spellSize(media.size) : null;
  return (
    <a className={styles.file} href={`${source}&download`} download={name}>
      <Icon size={28} stroke={1.4} aria-hidden />
      <span className={styles.fileWords}>
        <span className={styles.fileName}>{name}</span>
        <span className={styles.detail}>{[ending, size].filter(Boolean).join(' · ')}</span>
      </span>
      <IconDownload size={16} aria-label={t('download')} />
    </a>
  );
}

function iconOf(name: string) {
  if (/\.pdf$/i.test(name)) return IconFileTypePdf;
  if (/\.(xlsx?|csv|ods)$/i.test(name)) return IconTable;
  if (/\.(docx?|odt|txt|rtf)$/i.test(name)) return IconFileText;
  return /\.(png|jpe?g|webp|heic|gif)$/i.test(name) ? IconPhoto : IconFile;
}
