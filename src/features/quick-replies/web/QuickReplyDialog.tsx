// Writes a quick reply, new or old: its shortcut, its text with fields of the contact, and whose it is.
import { Button, Group, Menu, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RESERVED_CODES } from '#features/fields/fields.contract.ts';
import type { QuickReply } from '#features/quick-replies/quick-replies.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { ReplyFile } from './ReplyFile.tsx';

type Props = { reply: QuickReply | null; mayTeam: boolean; onClose: () => void };

export function QuickReplyDialog({ reply, mayTeam, onClose }: Props) {
  const t = useTranslations('quickReplies');
  const queryClient = useQueryClient();
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const [shared, setShared] = useState(reply?.shared ?? mayTeam);
  const [file, setFile] = useState(reply?.file ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useMutation({
    mutationFn: () =>
      reply
        ? client.quickReplies.update({ id: reply.id, shortcut, text, fileId: file?.id ?? null })
        : client.quickReplies.create({ shortcut, text, shared, fileId: file?.id ?? null }),
    onSuccess: async () => {
      toastDone(t('saved'));
      await queryClient.invalidateQueries({ queryKey: api.quickReplies.key() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const insert = (code: string) => {
    const at = field.current?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}%%${code}%%${text.slice(at)}`);
    field.current?.focus();
  };
  return (
    <Dialog opened onClose={onClose} title={reply ? t('edit') : t('new')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={['shortcut', 'text']} />
          {!reply && mayTeam && (
            <Stack gap={4}>
              <Text size="sm" fw={500} id="quick-reply-who">
                {t('who')}
              </Text>
              <SegmentedControl
                aria-labelledby="quick-reply-who"
                value={shared ? 'team' : 'own'}
                onChange={(value) => setShared(value === 'team')}
                data={[
                  { value: 'team', label: t('team') },
                  { value: 'own', label: t('own') },
                ]}
              />
            </Stack>
          )}
          <TextInput
            label={t('shortcut')}
            description={t('shortcutHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            leftSection="/"
            data-autofocus
            maxLength={30}
            value={shortcut}
            error={fieldError(save.error, 'shortcut')}
            onChange={(event) => setShortcut(event.currentTarget.value.toLowerCase().replace(/^\/+/, ''))}
          />
          <Textarea
            ref={field}
            label={t('words')}
            description={t('wordsHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={4096}
            value={text}
            error={fieldError(save.error, 'text')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ReplyFile file={file} onChange={setFile} />
          <Group justify="space-between">
            <InsertField onInsert={insert} />
            <Button
              type="submit"
              loading={save.isPending}
              disabled={shortcut.trim() === '' || (text.trim() === '' && !file)}
            >
              {reply ? t('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function InsertField({ onInsert }: { onInsert: (code: string) => void }) {
  const t = useTranslations('quickReplies');
  const names = useTranslations('templateEditor.field');
  const own = useQuery(api.fields.list.queryOptions({ input: undefined }));
  return (
    <Menu position="top-start" returnFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBraces size={15} />}>
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {RESERVED_CODES.map((code) => (
          <Menu.Item key={code} onClick={() => onInsert(code)}>
            {names(code)}
          </Menu.Item>
        ))}
        {own.data?.items.map(({ code, label }) => (
          <Menu.Item key={code} onClick={() => onInsert(code)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
