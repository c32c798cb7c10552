// One template for one customer: its values and files, how it will look, and the button that sends it.
import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSend2, IconUserOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { SendLater } from '#features/conversations/web/scheduled/SendLater.tsx';
import type { Template } from '#features/templates/templates.contract.ts';
import { TemplatePreview } from '#features/templates/web/TemplatePreview.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { type TemplateSlot, templateSlots } from '#whatsapp/template-slots.ts';
import { HeaderFile } from './HeaderFile.tsx';
import styles from './templates.module.css';
import { useTemplateChoice } from './use-template-choice.ts';

type Props = {
  conversation: Conversation;
  template: Template;
  /** Back to the list, where there is no room for both. */
  onBack: (() => void) | undefined;
  onSent: () => void;
};

export function TemplateFilling({ conversation, template, onBack, onSent }: Props) {
  const t = useTranslations('answerKinds.templates');
  const choice = useTemplateChoice(conversation, template, onSent);
  const slots = templateSlots(template.content, template.variableFormat);
  const { error } = choice.send;
  const swapped = Object.fromEntries(
    Object.entries(choice.files).map(([key, { file, url }]) => [
      key,
      { fileId: '', name: file.name, mimeType: file.type, size: file.size, url },
    ]),
  );
  const shownAtFields = [
    ...slots.map((slot) => `texts.${slot.key}`),
    ...choice.mediaSlots.map((slot) => `media.${slot.key}`),
  ];
  return (
    <div className={styles.filling}>
      <Stack gap="sm" className={styles.values}>
        {onBack && (
          <Anchor component="button" type="button" size="sm" ta="left" onClick={onBack}>
            <IconArrowLeft size={14} aria-hidden /> {t('back')}
          </Anchor>
        )}
        <Text fw={600} className={styles.title}>
          {template.name}
        </Text>
        {choice.mediaSlots.map((slot) => (
          <HeaderFile
            key={slot.key}
            slot={slot}
            ownName={template.media[slot.key]?.name}
            chosen={choice.files[slot.key]?.file}
            error={fieldError(error, `media.${slot.key}`)}
            onChoose={(file) => choice.chooseFile(slot.key, file)}
          />
        ))}
        {slots.map((slot) => (
          <TextInput
            key={slot.key}
            label={slot.key === template.openSlot ? t('sentence') : t('value', { name: placeName(slot) })}
            placeholder={choice.known[slot.key] ?? slot.example}
            description={choice.known[slot.key] ? t('fromContact') : undefined}
            required={choice.missing.includes(slot.key)}
            maxLength={1024}
            value={choice.typed[slot.key] ?? ''}
            error={fieldError(error, `texts.${slot.key}`)}
            onChange={(event) => choice.type(slot.key, event.currentTarget.value)}
          />
        ))}
        {choice.isMarketingToUnsubscribed && (
          <Notice
            tone="attention"
            icon={IconUserOff}
            title={t('unsubscribed', { name: conversation.contact.name })}
          >
            <Checkbox
              mt={6}
              label={t('confirmUnsubscribed')}
              checked={choice.confirmed}
              onChange={(event) => choice.setConfirmed(event.currentTarget.checked)}
            />
          </Notice>
        )}
        <FormFailure error={error} shownAtFields={shownAtFields} />
        <Group justify="flex-end" gap="xs">
          <SendLater
            disabled={!choice.ready || choice.send.isPending}
            onSchedule={choice.schedule}
            onDone={onSent}
          />
          <Button
            leftSection={<IconSend2 size={16} />}
            disabled={!choice.ready}
            loading={choice.send.isPending}
            onClick={() => choice.send.mutate()}
          >
            {t('send')}
          </Button>
        </Group>
      </Stack>
      <div className={styles.preview}>
        <TemplatePreview
          content={template.content}
          texts={choice.texts}
          media={{ ...template.media, ...swapped }}
        />
      </div>
    </div>
  );
}

/** `cards.1.body.2` says more than `2` where several places have a first variable. */
function placeName({ key, name }: TemplateSlot): string {
  return key.startsWith('cards.') ? key : name;
}
