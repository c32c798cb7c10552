// The quick replies that `/` brings while one writes: searched by shortcut and words, filled for this customer.
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { QuickReply } from '#features/quick-replies/quick-replies.contract.ts';
import { api, client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import type { KeptFile } from './attachments/attachments.ts';
import { suggestReplies } from './suggest-replies.ts';
import type { Suggester } from './suggestions.ts';

type Taken = {
  /** Gets the text of the one that was taken. */
  onText: (text: string, caret: number) => void;
  /** Gets the file that goes with it. */
  onFile: (file: KeptFile, fileId: string) => void;
};

export function useQuickReplies(conversationId: string, { onText, onFile }: Taken): Suggester {
  const t = useTranslations('composer');
  const replies = useQuery(api.quickReplies.list.queryOptions({ input: undefined }));
  return useMemo(() => {
    const take = async ({ id, text, file }: QuickReply, caret: number) => {
      if (file) onFile({ ...file, type: file.mimeType, url: `/api/v1/quick-replies/${id}/file` }, file.id);
      // Without a field in it there is nothing to ask the server for.
      if (!text.includes('%%')) return onText(text, caret);
      try {
        const filled = await client.quickReplies.fill({ id, conversationId });
        onText(filled.text, caret);
        if (filled.missing.length > 0)
          notifications.show({ message: t('unknownValues', { codes: filled.missing.join(', ') }) });
      } catch (error) {
        toastFailed(error, t('quickReplies'));
      }
    };
    return {
      sign: '/',
      label: t('quickReplies'),
      suggest: (query) =>
        suggestReplies(replies.data?.items ?? [], query).map((reply) => ({
          id: reply.id,
          label: `/${reply.shortcut}`,
          detail: [reply.text, reply.file?.name].filter(Boolean).join(' · '),
          insert: null,
          take: (caret) => void take(reply, caret),
        })),
    };
  }, [replies.data, conversationId, onText, onFile, t]);
}
