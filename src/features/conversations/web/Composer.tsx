// Where one answers: text, a file, or a template; with the time that is left for free messages above it.
import { ActionIcon, Button, CloseButton, Group, Text, Textarea, Tooltip } from '@mantine/core';
import { IconFile, IconPaperclip, IconSend2, IconTemplate } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { client } from '#web/api.ts';
import { requestJson } from '#web/request.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import styles from './Composer.module.css';
import { conversationItemId } from './list/ConversationItem.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useFileSize } from './use-file-size.ts';
import { useAfterSending } from './use-thread.ts';
import { useWindowLeft, WindowBar } from './WindowBar.tsx';

/** What was begun in a conversation and not sent stays while the tab does. */
const drafts = new Map<string, string>();

export function Composer({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('conversations.composer');
  const left = useWindowLeft(conversation.windowClosesAt);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={styles.composer}>
      <WindowBar left={left} />
      {left > 0 ? (
        <Answer conversation={conversation} onTemplate={() => setChoosing(true)} />
      ) : (
        <Group className={styles.closed} justify="space-between">
          <Text size="sm" c="dimmed" flex={1} miw={200}>
            {conversation.windowClosesAt ? t('closed') : t('notYet')}
          </Text>
          <Button leftSection={<IconTemplate size={16} />} onClick={() => setChoosing(true)}>
            {t('sendTemplate')}
          </Button>
        </Group>
      )}
      {choosing && <TemplateDialog conversation={conversation} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function Answer({ conversation, onTemplate }: { conversation: Conversation; onTemplate: () => void }) {
  const t = useTranslations('conversations.composer');
  const { id } = conversation;
  const [text, setText] = useState(drafts.get(id) ?? '');
  const [file, setFile] = useState<File | null>(null);
  const choose = useRef<HTMLInputElement>(null);
  const afterSending = useAfterSending();
  useEffect(() => {
    if (text === '') drafts.delete(id);
    else drafts.set(id, text);
  }, [id, text]);
  const send = useMutation({
    mutationFn: async () => {
      const fileId = file ? await upload(id, file) : undefined;
      return client.conversations.send({
        id,
        ...(text.trim() ? { text: text.trim() } : {}),
        ...(fileId ? { fileId } : {}),
      });
    },
    onSuccess: async () => {
      setText('');
      setFile(null);
      await afterSending();
    },
  });
  const ready = (text.trim() !== '' || file !== null) && !send.isPending;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Where a touch would bring up the keyboard over the messages, one reads first.
    if (window.matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') document.getElementById(conversationItemId(id))?.focus();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (ready) send.mutate();
  };
  return (
    <>
      <FormFailure error={send.error} />
      {file && <Attached file={file} onRemove={() => setFile(null)} />}
      <div className={styles.row}>
        <input
          ref={choose}
          type="file"
          hidden
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null);
            event.currentTarget.value = '';
          }}
        />
        <Tooltip label={t('attach')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('attach')}
            onClick={() => choose.current?.click()}
          >
            <IconPaperclip size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('sendTemplate')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('sendTemplate')}
            onClick={onTemplate}
          >
            <IconTemplate size={18} />
          </ActionIcon>
        </Tooltip>
        <Textarea
          ref={field}
          className={styles.text}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={4096}
          placeholder={file ? t('caption') : t('placeholder')}
          aria-label={t('placeholder')}
          description={t('hint')}
          classNames={{ description: styles.hint }}
          inputWrapperOrder={['input', 'description']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <ActionIcon
          size={36}
          aria-label={t('send')}
          disabled={!ready}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          <IconSend2 size={18} />
        </ActionIcon>
      </div>
    </>
  );
}

async function upload(id: string, file: File): Promise<string> {
  const path = `/api/v1/conversations/${id}/files?name=${encodeURIComponent(file.name)}`;
  const { fileId } = await requestJson<{ fileId: string }>('POST', path, file);
  return fileId;
}

function Attached({ file, onRemove }: { file: File; onRemove: () => void }) {
  const t = useTranslations('conversations');
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
      <CloseButton aria-label={t('composer.remove')} onClick={onRemove} />
    </div>
  );
}
