// One button of the template: its words, where it leads, and its place among the others.
import { ActionIcon, Group, Switch, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { BUTTON_LIMITS } from '#whatsapp/template-button-rules.ts';
import type { TemplateButton } from '#whatsapp/template-model.ts';
import { Counter } from './Counter.tsx';
import { useEditor } from './editor-context.ts';
import { moveButton, removeButton, setButton } from './editor-draft.ts';
import styles from './TemplateEditor.module.css';

type Props = {
  button: TemplateButton;
  index: number;
  isLast: boolean;
  isOptOut: boolean;
  isDragged: boolean;
  onDrag: (index: number | null) => void;
};

export function EditorButton({ button, index, isLast, isOptOut, isDragged, onDrag }: Props) {
  const t = useTranslations('templateButtons');
  const { change } = useEditor();
  return (
    <fieldset className={styles.button} data-dragged={isDragged || undefined}>
      <legend className="only-for-screen-readers">
        {t(`kind.${button.kind}`)} {index + 1}
      </legend>
      <div className={styles.buttonHead}>
        <span
          className={styles.grip}
          draggable
          title={t('drag')}
          onDragStart={() => onDrag(index)}
          onDragEnd={() => onDrag(null)}
          aria-hidden
        >
          <IconGripVertical size={16} />
        </span>
        <Text fw={550} fz="sm">
          {t(`kind.${button.kind}`)}
        </Text>
        {isOptOut && <StatusBadge tone="neutral">{t('optOut')}</StatusBadge>}
        <Group gap={2} ml="auto" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('moveUp')}
            disabled={index === 0}
            onClick={() => change((draft) => moveButton(draft, index, index - 1))}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('moveDown')}
            disabled={isLast}
            onClick={() => change((draft) => moveButton(draft, index, index + 1))}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove')}
            onClick={() => change((draft) => removeButton(draft, index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </div>
      <ButtonInputs button={button} index={index} />
    </fieldset>
  );
}

function ButtonInputs({ button, index }: { button: TemplateButton; index: number }) {
  const t = useTranslations('templateButtons');
  const { change, problem } = useEditor();
  const set = (next: TemplateButton) => change((draft) => setButton(draft, index, next));
  const at = (name: string) => problem(`content.buttons.${index}.${name}`);
  if (button.kind === 'flow' || button.kind === 'other')
    return (
      <Text c="dimmed" fz="sm">
        {t('kept')}
      </Text>
    );
  if (button.kind === 'copy_code')
    return (
      <TextInput
        label={t('code')}
        value={button.example}
        error={at('example')}
        rightSection={<Counter used={button.example.length} most={BUTTON_LIMITS.code} />}
        rightSectionWidth={64}
        onChange={(event) => set({ ...button, example: event.currentTarget.value })}
      />
    );
  const label = (
    <TextInput
      label={t('text')}
      value={button.text}
      error={at('text')}
      rightSection={<Counter used={button.text.length} most={BUTTON_LIMITS.text} />}
      rightSectionWidth={64}
      onChange={(event) => set({ ...button, text: event.currentTarget.value })}
    />
  );
  if (button.kind === 'quick_reply') return label;
  if (button.kind === 'phone')
    return (
      <div className={styles.pair}>
        {label}
        <TextInput
          label={t('phone')}
          type="tel"
          value={button.phone}
          error={at('phone')}
          onChange={(event) => set({ ...button, phone: event.currentTarget.value })}
        />
      </div>
    );
  const dynamic = button.url.includes('{{');
  return (
    <>
      <div className={styles.pair}>
        {label}
        <TextInput
          label={t('url')}
          type="url"
          value={button.url}
          error={at('url')}
          onChange={(event) => set({ ...button, url: event.currentTarget.value })}
        />
      </div>
      <Switch
        size="sm"
        label={t('urlField')}
        description={t('urlHelp')}
        checked={dynamic}
        onChange={(event) => {
          const fixed = button.url.replace(/\{\{[^{}]*\}\}/g, '');
          set({ ...button, url: event.currentTarget.checked ? `${fixed}{{1}}` : fixed });
        }}
      />
    </>
  );
}
