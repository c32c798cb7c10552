// Changes the time of a scheduled message, and its words where it is no template.
import { Button, Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import type { ScheduledMessage } from '#features/conversations/scheduled/scheduled.contract.ts';
import { client } from '#web/api.ts';
import { instantOf, localOf } from '#web/days.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { useRefreshScheduled } from './use-scheduled.ts';

type Props = { conversation: Conversation; message: ScheduledMessage; onClose: () => void };

export function EditScheduled({ conversation, message, onClose }: Props) {
  const t = useTranslations('scheduled');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const refresh = useRefreshScheduled();
  const [text, setText] = useState(message.answer?.text ?? '');
  const [time, setTime] = useState(() => localOf(offeredTime(message), timeZone));
  const [evenIfClosed, setEvenIfClosed] = useState(!message.windowOpen);
  const at = time === '' ? null : instantOf(time, timeZone);
  const isPast = at !== null && at <= new Date();
  const closesAt = conversation.windowClosesAt;
  const willBeClosed = message.answer !== null && at !== null && !(closesAt && new Date(closesAt) > at);
  const save = useMutation({
    mutationFn: (sendAt: Date) =>
      client.conversations.reschedule({
        id: conversation.id,
        scheduledId: message.id,
        sendAt: sendAt.toISOString(),
        evenIfClosed,
        ...(message.answer ? { text } : {}),
      }),
    onSuccess: async (_, sendAt) => {
      await refresh();
      toastDone(t('saved', { time: format.dateTime(sendAt, { dateStyle: 'medium', timeStyle: 'short' }) }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at && !isPast) save.mutate(at);
  };
  return (
    <Dialog opened onClose={onClose} title={t('editTitle')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={['text', 'sendAt']} />
          {message.answer && (
            <Textarea
              label={t('words')}
              autosize
              minRows={3}
              maxRows={10}
              maxLength={4096}
              value={text}
              error={fieldError(save.error, 'text')}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="datetime-local"
            label={t('time')}
            description={t('zone', { zone: timeZone })}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            min={localOf(new Date(), timeZone)}
            value={time}
            error={isPast ? t('past') : fieldError(save.error, 'sendAt')}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          {willBeClosed && (
            <Checkbox
              label={t('evenIfClosed')}
              description={`${t('closedTitle')}. ${t('closedText', { name: conversation.contact.name })}`}
              checked={evenIfClosed}
              onChange={(event) => setEvenIfClosed(event.currentTarget.checked)}
            />
          )}
          <Button
            type="submit"
            ml="auto"
            loading={save.isPending}
            disabled={at === null || isPast || (willBeClosed && !evenIfClosed)}
          >
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Its own, or in an hour when that has passed. */
function offeredTime({ sendAt }: ScheduledMessage): Date {
  const own = new Date(sendAt);
  return own > new Date() ? own : new Date(Date.now() + 3_600_000);
}
