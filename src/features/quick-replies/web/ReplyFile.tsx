// The file that goes with a quick reply: chosen, replaced, taken off.
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconFile, IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { QuickReply } from '#features/quick-replies/quick-replies.contract.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { upload } from '#web/upload.ts';

type Kept = QuickReply['file'];
type Props = { file: Kept; onChange: (file: Kept) => void };

export function ReplyFile({ file, onChange }: Props) {
  const t = useTranslations('quickReplies');
  const choose = useRef<HTMLInputElement>(null);
  const uploading = useMutation({
    mutationFn: (chosen: File) => upload('/api/v1/quick-replies/files', chosen),
    onSuccess: ({ fileId, name, mimeType, size }) => onChange({ id: fileId, name, mimeType, size }),
  });
  return (
    <>
      <FormFailure error={uploading.error} />
      <input
        ref={choose}
        type="file"
        hidden
        aria-label={t('file')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) uploading.mutate(chosen);
          event.currentTarget.value = '';
        }}
      />
      {file ? (
        <Group gap={8} wrap="nowrap">
          <IconFile size={18} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm" truncate>
            {file.name}
          </Text>
          <CloseButton aria-label={t('removeFile', { name: file.name })} onClick={() => onChange(null)} />
        </Group>
      ) : (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPaperclip size={15} />}
          loading={uploading.isPending}
          onClick={() => choose.current?.click()}
        >
          {t('attach')}
        </Button>
      )}
    </>
  );
}
