// Spells the first words of a message; what has none is named by its kind.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

const KINDS = [
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'order',
  'flow_reply',
  'template',
  'system',
  'unsupported',
  'withdrawn',
] as const;

export function usePreview(): (preview: string) => string {
  const t = useTranslations('conversations.kind');
  return useCallback(
    (preview) => {
      const named = /^\[([a-z_]+)\]$/.exec(preview)?.[1];
      if (named === undefined) return preview;
      const kind = KINDS.find((known) => known === named);
      return kind ? t(kind) : t('other');
    },
    [t],
  );
}
