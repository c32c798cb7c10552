// Where the value of each variable comes from, and the sample that reviewers read.
import { Select, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ValueSource } from '#whatsapp/template-message.ts';
import { type TemplateSlot, templateSlots } from '#whatsapp/template-slots.ts';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';
import { type EditorDraft, setButton } from './editor-draft.ts';
import styles from './TemplateEditor.module.css';

/** Value of the choice “the same text for everybody”; no field has such a code. */
const FIXED = '=';

export function EditorVariables() {
  const t = useTranslations('templateEditor');
  const { draft } = useEditor();
  const slots = templateSlots(draft.content, draft.variableFormat).filter((slot) => slot.kind !== 'code');
  if (slots.length === 0) return null;
  return (
    <EditorSection title={t('variables')} help={t('variablesHelp')}>
      <Stack gap="sm">
        {slots.map((slot) => (
          <VariableRow key={slot.key} slot={slot} />
        ))}
      </Stack>
    </EditorSection>
  );
}

function VariableRow({ slot }: { slot: TemplateSlot }) {
  const t = useTranslations('templateEditor');
  const { draft, change, problem, fields, samples } = useEditor();
  const source = draft.variables[slot.key];
  const set = (next: ValueSource, example?: string) =>
    change((before) => {
      const named = { ...before, variables: { ...before.variables, [slot.key]: next } };
      return example && !slot.example ? withExample(named, slot, example) : named;
    });
  const chosen = source === undefined ? null : 'text' in source ? FIXED : source.field;
  const options = [
    ...fields.map(({ code, label }) => ({ value: code, label })),
    { value: FIXED, label: t('fixed') },
  ];
  // A field that was deleted since stays readable.
  if (chosen !== null && !options.some((option) => option.value === chosen))
    options.unshift({ value: chosen, label: chosen });
  return (
    <fieldset className={styles.variable}>
      <legend className={styles.variableName}>
        <code>{slot.kind === 'text' ? `{{${slot.name}}}` : '…/{{1}}'}</code>
        <span>{t(`place.${slot.part}`, { name: slot.name })}</span>
      </legend>
      <div className={styles.variableInputs}>
        <Select
          label={t('source')}
          data={options}
          value={chosen}
          searchable
          allowDeselect={false}
          onChange={(value) => {
            if (value === FIXED) set({ text: '' });
            else if (value) set({ field: value }, samples[value]);
          }}
        />
        {source && 'text' in source && (
          <TextInput
            label={t('fixedText')}
            value={source.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        )}
        {source && 'field' in source && (
          <TextInput
            label={t('fallback')}
            description={source.fallback ? undefined : t('fallbackHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={source.fallback ?? ''}
            onChange={(event) =>
              set({
                field: source.field,
                ...(event.currentTarget.value ? { fallback: event.currentTarget.value } : {}),
              })
            }
          />
        )}
        <TextInput
          label={t('example')}
          value={exampleOf(draft, slot)}
          error={problem(examplePath(slot))}
          onChange={(event) => {
            const example = event.currentTarget.value;
            change((before) => withExample(before, slot, example));
          }}
        />
      </div>
    </fieldset>
  );
}

function buttonIndex(slot: TemplateSlot): number {
  return Number(slot.key.split('.').at(-1));
}

function examplePath(slot: TemplateSlot): string {
  return slot.part === 'button'
    ? `content.buttons.${buttonIndex(slot)}.example`
    : `content.${slot.part}.examples.${slot.name}`;
}

/** Of a link the whole address is kept: Meta opens it. */
function exampleOf(draft: EditorDraft, slot: TemplateSlot): string {
  if (slot.part !== 'button') return slot.example ?? '';
  const button = draft.content.buttons[buttonIndex(slot)];
  return button?.kind === 'url' ? (button.example ?? '') : '';
}

function withExample(draft: EditorDraft, slot: TemplateSlot, example: string): EditorDraft {
  const { header, body, buttons } = draft.content;
  if (slot.part === 'button') {
    const index = buttonIndex(slot);
    const button = buttons[index];
    return button?.kind === 'url' ? setButton(draft, index, { ...button, example }) : draft;
  }
  if (slot.part === 'body')
    return {
      ...draft,
      content: { ...draft.content, body: { ...body, examples: { ...body.examples, [slot.name]: example } } },
    };
  if (header.kind !== 'text') return draft;
  const examples = { ...header.examples, [slot.name]: example };
  return { ...draft, content: { ...draft.content, header: { ...header, examples } } };
}
