// Shows the question of `confirm()`; stands once in the application.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { openQuestion } from './confirm.ts';

export function ConfirmDialog() {
  const t = useTranslations('ui');
  const question = useSyncExternalStore(openQuestion.subscribe, openQuestion.read);
  // The words stay while the dialog fades.
  const last = useRef(question);
  if (question !== null) last.current = question;
  const shown = last.current;
  return (
    <Modal
      opened={question !== null}
      onClose={() => question?.answer(false)}
      title={shown?.title}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {shown?.text && <Text c="dimmed">{shown.text}</Text>}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => question?.answer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={shown?.danger ? 'red.8' : undefined} onClick={() => question?.answer(true)}>
          {shown?.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
