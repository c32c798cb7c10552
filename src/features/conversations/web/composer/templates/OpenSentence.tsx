// A free sentence when more than 24 hours have passed: it goes out within an approved open template.
import { ActionIcon, Anchor, Checkbox, Select, Text, Textarea } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import composer from '#features/conversations/web/composer/Composer.module.css';
import { SendLater } from '#features/conversations/web/scheduled/SendLater.tsx';
import type { Template } from '#features/templates/templates.contract.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { renderTemplate } from '#whatsapp/template-message.ts';
import styles from './templates.module.css';
import { useTemplateChoice } from './use-template-choice.ts';

type Props = {
  conversation: Conversation;
  /** Open ones only, best first; at least one. */
  templates: readonly Template[];
  onTemplate: () => void;
};

export function OpenSentence({ conversation, templates, onTemplate }: Props) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const template = templates.find((one) => one.id === chosenId) ?? templates[0]!;
  return (
    <>
      {templates.length > 1 && <Choose templates={templates} chosen={template} onChoose={setChosenId} />}
      <Sentence key={template.id} conversation={conversation} template={template} onTemplate={onTemplate} />
    </>
  );
}

type ChooseProps = {
  templates: readonly Template[];
  chosen: Template;
  onChoose: (id: string | null) => void;
};

function Choose({ templates, chosen, onChoose }: ChooseProps) {
  const t = useTranslations('answerKinds.templates');
  return (
    <Select
      className={styles.frameChoice}
      size="xs"
      aria-label={t('frame')}
      allowDeselect={false}
      data={templates.map(({ id, name, language }) => ({ value: id, label: `${name} · ${language}` }))}
      value={chosen.id}
      onChange={onChoose}
    />
  );
}

type SentenceProps = { conversation: Conversation; template: Template; onTemplate: () => void };

function Sentence({ conversation, template, onTemplate }: SentenceProps) {
  const t = useTranslations('answerKinds.templates');
  const composerTexts = useTranslations('composer');
  const slot = template.openSlot ?? '';
  const choice = useTemplateChoice(conversation, template, () => choice.type(slot, ''));
  const text = choice.typed[slot] ?? '';
  const ready = choice.ready && text.trim() !== '' && !choice.send.isPending;
  // What the contact does not give has to be asked for, which the picker does.
  const lacks = choice.missing.some((key) => key !== slot);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Values of a template have no lines.
    event.preventDefault();
    if (ready) choice.send.mutate();
  };
  const around = renderTemplate(template.content, { ...choice.texts, [slot]: text.trim() || '…' }).body;
  return (
    <>
      <FormFailure error={choice.send.error} />
      <div className={composer.row}>
        <div className={composer.text}>
          <Textarea
            autosize
            minRows={1}
            maxRows={5}
            maxLength={600}
            aria-label={t('sentence')}
            placeholder={t('sentencePlaceholder')}
            value={text}
            onChange={(event) => choice.type(slot, event.currentTarget.value.replace(/[\n\t]+/g, ' '))}
            onKeyDown={onKey}
          />
          <div className={styles.around}>
            <FormattedText text={around} />
          </div>
          <Text size="xs" c="dimmed">
            {lacks ? t('openLacks') : t('openHint')}{' '}
            <Anchor component="button" type="button" size="xs" onClick={onTemplate}>
              {t('other')}
            </Anchor>
          </Text>
          {choice.isMarketingToUnsubscribed && (
            <Checkbox
              mt={6}
              size="xs"
              label={t('confirmUnsubscribed')}
              checked={choice.confirmed}
              onChange={(event) => choice.setConfirmed(event.currentTarget.checked)}
            />
          )}
        </div>
        <SendLater
          disabled={!ready}
          onSchedule={choice.schedule}
          onDone={() => choice.type(slot, '')}
          keysTitle={composerTexts('keys.title')}
        />
        <ActionIcon
          size={36}
          aria-label={t('send')}
          disabled={!ready}
          loading={choice.send.isPending}
          onClick={() => choice.send.mutate()}
        >
          <IconSend2 size={18} />
        </ActionIcon>
      </div>
    </>
  );
}
