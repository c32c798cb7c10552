// Writes the buttons or the list that the customer chooses from, above the text that asks.
import { ActionIcon, CloseButton, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { ANSWER_LIMITS } from '#whatsapp/interactive-limits.ts';
import styles from './choices.module.css';
import type { Choices, ChoicesFault } from './choices.ts';
import { ListEditor } from './ListEditor.tsx';

type Props = {
  choices: Choices;
  /** Shown once one tried to send. */
  fault: ChoicesFault | null;
  hasFile: boolean;
  onChange: (choices: Choices) => void;
  onClose: () => void;
};

export function ChoicesEditor({ choices, fault, hasFile, onChange, onClose }: Props) {
  const t = useTranslations('answerKinds.choices');
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change });
  return (
    <section className={styles.editor} aria-label={t('title')}>
      <Group justify="space-between" wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t('kind')}
          value={choices.kind}
          onChange={(kind) => set({ kind: kind as Choices['kind'] })}
          data={[
            { value: 'buttons', label: t('buttons') },
            { value: 'list', label: t('list') },
          ]}
        />
        <CloseButton aria-label={t('remove')} onClick={onClose} />
      </Group>
      <div className={styles.frame}>
        <TextInput
          size="xs"
          label={t('header')}
          placeholder={hasFile && choices.kind === 'buttons' ? t('fileAbove') : t('optional')}
          disabled={hasFile && choices.kind === 'buttons'}
          maxLength={ANSWER_LIMITS.header}
          value={choices.header}
          onChange={(event) => set({ header: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t('footer')}
          placeholder={t('optional')}
          maxLength={ANSWER_LIMITS.footer}
          value={choices.footer}
          onChange={(event) => set({ footer: event.currentTarget.value })}
        />
      </div>
      {choices.kind === 'buttons' ? (
        <Buttons titles={choices.buttons} onChange={(buttons) => set({ buttons })} />
      ) : (
        <ListEditor choices={choices} set={set} />
      )}
      {fault && (
        <Text size="xs" c="var(--tone-bad-text)" role="alert">
          {t(`fault.${fault}`)}
        </Text>
      )}
    </section>
  );
}

function Buttons({ titles, onChange }: { titles: string[]; onChange: (titles: string[]) => void }) {
  const t = useTranslations('answerKinds.choices');
  return (
    <div className={styles.buttons}>
      {titles.map((title, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that a button has
          key={at}
          size="xs"
          aria-label={t('button', { number: at + 1 })}
          placeholder={t('button', { number: at + 1 })}
          maxLength={ANSWER_LIMITS.buttonTitle}
          value={title}
          onChange={(event) => onChange(titles.with(at, event.currentTarget.value))}
          rightSection={
            titles.length > 1 && (
              <CloseButton
                size="xs"
                aria-label={t('removeChoice', { number: at + 1 })}
                onClick={() => onChange(titles.toSpliced(at, 1))}
              />
            )
          }
        />
      ))}
      {titles.length < ANSWER_LIMITS.buttons && (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('addButton')}
          onClick={() => onChange([...titles, ''])}
        >
          <IconPlus size={15} />
        </ActionIcon>
      )}
    </div>
  );
}
