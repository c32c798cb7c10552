// Writes the sections and rows of a list, and the words of the button that opens it.
import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { ANSWER_LIMITS } from '#whatsapp/interactive-limits.ts';
import styles from './choices.module.css';
import { type Choices, emptyRow, type ListRow, type ListSection, rowCount } from './choices.ts';

type Props = { choices: Choices; set: (change: Partial<Choices>) => void };

export function ListEditor({ choices, set }: Props) {
  const t = useTranslations('answerKinds.choices');
  const { sections } = choices;
  const isFull = rowCount(choices) >= ANSWER_LIMITS.rows;
  const change = (at: number, section: ListSection) => set({ sections: sections.with(at, section) });
  return (
    <div className={styles.list}>
      <TextInput
        size="xs"
        label={t('opener')}
        maxLength={ANSWER_LIMITS.listButton}
        value={choices.opener}
        onChange={(event) => set({ opener: event.currentTarget.value })}
      />
      {sections.map((section, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that a section has
          key={at}
          className={styles.section}
        >
          {sections.length > 1 && (
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                aria-label={t('section', { number: at + 1 })}
                placeholder={t('section', { number: at + 1 })}
                maxLength={ANSWER_LIMITS.sectionTitle}
                value={section.title}
                onChange={(event) => change(at, { ...section, title: event.currentTarget.value })}
              />
              <CloseButton
                size="sm"
                aria-label={t('removeSection', { number: at + 1 })}
                onClick={() => set({ sections: sections.toSpliced(at, 1) })}
              />
            </Group>
          )}
          <Rows rows={section.rows} isFull={isFull} onChange={(rows) => change(at, { ...section, rows })} />
        </fieldset>
      ))}
      {!isFull && sections.length < ANSWER_LIMITS.sections && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          className={styles.add}
          onClick={() => set({ sections: [...sections, { title: '', rows: [emptyRow] }] })}
        >
          {t('addSection')}
        </Button>
      )}
    </div>
  );
}

type RowsProps = { rows: ListRow[]; isFull: boolean; onChange: (rows: ListRow[]) => void };

function Rows({ rows, isFull, onChange }: RowsProps) {
  const t = useTranslations('answerKinds.choices');
  const change = (at: number, part: Partial<ListRow>) => onChange(rows.with(at, { ...rows[at]!, ...part }));
  return (
    <>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that a row has
        <Group key={at} gap={6} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={t('row', { number: at + 1 })}
            placeholder={t('row', { number: at + 1 })}
            maxLength={ANSWER_LIMITS.rowTitle}
            value={row.title}
            onChange={(event) => change(at, { title: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            flex={2}
            aria-label={t('description', { number: at + 1 })}
            placeholder={t('descriptionOptional')}
            maxLength={ANSWER_LIMITS.rowDescription}
            value={row.description}
            onChange={(event) => change(at, { description: event.currentTarget.value })}
          />
          <CloseButton
            size="sm"
            aria-label={t('removeChoice', { number: at + 1 })}
            disabled={rows.length === 1}
            onClick={() => onChange(rows.toSpliced(at, 1))}
          />
        </Group>
      ))}
      {!isFull && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          className={styles.add}
          onClick={() => onChange([...rows, emptyRow])}
        >
          {t('addRow')}
        </Button>
      )}
    </>
  );
}
