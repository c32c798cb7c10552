// What stands above the message: nothing, a line of text, a file or a place.
import { CloseButton, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import { requestJson } from '#web/request.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import type { TemplateHeader, TemplateMediaKind } from '#whatsapp/template-model.ts';
import { TEMPLATE_LIMITS } from '#whatsapp/template-rules.ts';
import { Counter } from './Counter.tsx';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';
import { type EditorMedia, insertVariable, renumber, writeText } from './editor-draft.ts';
import { InsertField } from './InsertField.tsx';
import styles from './TemplateEditor.module.css';

const KINDS = ['none', 'text', 'image', 'video', 'document', 'location'] as const;
const ACCEPT = { image: 'image/jpeg,image/png', video: 'video/mp4,video/3gpp', document: 'application/pdf' };

export function EditorHeader() {
  const t = useTranslations('templateEditor');
  const { draft, change } = useEditor();
  const { header } = draft.content;
  const choose = (kind: TemplateHeader['kind']) =>
    change((before) => ({
      ...before,
      media: {},
      content: { ...before.content, header: kind === 'text' ? { kind, text: '' } : { kind } },
    }));
  return (
    <EditorSection title={t('header')}>
      <Stack gap="sm">
        <div className={styles.scroll}>
          <SegmentedControl
            aria-label={t('header')}
            value={header.kind}
            data={KINDS.map((value) => ({ value, label: t(`headerKind.${value}`) }))}
            onChange={(value) => choose(value as TemplateHeader['kind'])}
          />
        </div>
        {header.kind === 'text' && <HeaderText text={header.text} />}
        {header.kind === 'location' && <p className={styles.help}>{t('locationHelp')}</p>}
        {header.kind !== 'text' && header.kind !== 'none' && header.kind !== 'location' && (
          <HeaderFile kind={header.kind} />
        )}
      </Stack>
    </EditorSection>
  );
}

function HeaderText({ text }: { text: string }) {
  const t = useTranslations('templateEditor');
  const { change, problem, samples } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const insert = (code: string) => {
    const at = input.current?.selectionStart ?? text.length;
    change((draft) => insertVariable(draft, 'header', code, { start: at, end: at }, samples).draft);
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      label={t('headerText')}
      value={text}
      error={problem('content.header.text')}
      rightSection={<Counter used={text.length} most={TEMPLATE_LIMITS.header} />}
      rightSectionWidth={64}
      description={<InsertField onInsert={insert} disabled={text.includes('{{')} />}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      descriptionProps={{ component: 'div' }}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        change((draft) => writeText(draft, 'header', typed, samples));
      }}
      onBlur={() => change((draft) => renumber(draft, 'header'))}
    />
  );
}

function HeaderFile({ kind }: { kind: TemplateMediaKind }) {
  const t = useTranslations('templateEditor');
  const { draft, change, problem } = useEditor();
  const file = draft.media.header;
  const upload = useMutation({
    mutationFn: (chosen: File) =>
      requestJson<EditorMedia[string]>(
        'POST',
        `/api/v1/templates/media?kind=${kind}&name=${encodeURIComponent(chosen.name)}`,
        chosen,
      ),
    onSuccess: (stored) => change((before) => ({ ...before, media: { ...before.media, header: stored } })),
  });
  const refusal = upload.error ? toApiFailure(upload.error) : undefined;
  if (file)
    return (
      <div>
        <div className={styles.file}>
          <span>{file.name}</span>
          <CloseButton
            aria-label={t('removeFile')}
            onClick={() => change((before) => ({ ...before, media: {} }))}
          />
        </div>
        <p className={styles.help}>{t('mediaHelp')}</p>
      </div>
    );
  return (
    <FileDrop
      label={t(`drop.${kind}`)}
      hint={t(`dropHint.${kind}`)}
      accept={ACCEPT[kind]}
      disabled={upload.isPending}
      error={refusal?.fields[0]?.message ?? refusal?.message ?? problem('content.header.sample')}
      onFile={(chosen) => upload.mutate(chosen)}
    />
  );
}
