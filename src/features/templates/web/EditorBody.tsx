// The text of the message, with its formatting, fields and counter; and the footer below it.
import { ActionIcon, Group, Stack, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconBold, IconCode, IconItalic, IconStrikethrough } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { TEMPLATE_LIMITS } from '#whatsapp/template-rules.ts';
import { Counter } from './Counter.tsx';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';
import { insertVariable, renumber, writeText } from './editor-draft.ts';
import { InsertField } from './InsertField.tsx';
import styles from './TemplateEditor.module.css';

const MARKS = [
  { name: 'bold', mark: '*', icon: IconBold },
  { name: 'italic', mark: '_', icon: IconItalic },
  { name: 'strike', mark: '~', icon: IconStrikethrough },
  { name: 'code', mark: '```', icon: IconCode },
] as const;

export function EditorBody() {
  const t = useTranslations('templateEditor');
  const { draft, change, problem, samples } = useEditor();
  const { body, footer = '', limitedTimeOffer } = draft.content;
  const area = useRef<HTMLTextAreaElement>(null);
  const most = limitedTimeOffer ? TEMPLATE_LIMITS.bodyWithOffer : TEMPLATE_LIMITS.body;

  /** React writes the text first; then the cursor goes where the person goes on typing. */
  const placeCursor = (start: number, end = start) =>
    window.requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    });
  const selection = () => ({
    start: area.current?.selectionStart ?? body.text.length,
    end: area.current?.selectionEnd ?? body.text.length,
  });
  const wrap = (mark: string) => {
    const { start, end } = selection();
    const inside = body.text.slice(start, end);
    const text = `${body.text.slice(0, start)}${mark}${inside}${mark}${body.text.slice(end)}`;
    change((before) => writeText(before, 'body', text, samples));
    placeCursor(start + mark.length, end + mark.length);
  };
  const insert = (code: string) => {
    const { draft: next, cursor } = insertVariable(draft, 'body', code, selection(), samples);
    change(() => next);
    placeCursor(cursor);
  };

  return (
    <EditorSection title={t('body')} help={t('bodyHelp')}>
      <Stack gap="sm">
        <div>
          <Group gap={4} mb={6}>
            {MARKS.map(({ name, mark, icon: Icon }) => (
              <Tooltip key={name} label={t(name)}>
                <ActionIcon variant="subtle" color="gray" aria-label={t(name)} onClick={() => wrap(mark)}>
                  <Icon size={17} />
                </ActionIcon>
              </Tooltip>
            ))}
            <div className={styles.grow} />
            <InsertField onInsert={insert} />
          </Group>
          <Textarea
            ref={area}
            aria-label={t('body')}
            autosize
            minRows={5}
            maxRows={16}
            value={body.text}
            error={problem('content.body.text')}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              change((before) => writeText(before, 'body', typed, samples));
            }}
            onBlur={() => change((before) => renumber(before, 'body'))}
          />
          <div className={styles.below}>
            <Counter used={body.text.length} most={most} />
          </div>
        </div>
        <TextInput
          label={t('footer')}
          description={t('footerHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={footer}
          error={problem('content.footer')}
          rightSection={<Counter used={footer.length} most={TEMPLATE_LIMITS.footer} />}
          rightSectionWidth={64}
          onChange={(event) => {
            const text = event.currentTarget.value;
            change((before) => ({
              ...before,
              content: { ...before.content, footer: text === '' ? undefined : text },
            }));
          }}
        />
      </Stack>
    </EditorSection>
  );
}
