// The editor of one template: its parts on the left, the phone on the right, updated while one types.
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { sampleTexts, templateSlots } from '#whatsapp/template-slots.ts';
import { EditorBasics } from './EditorBasics.tsx';
import { EditorBody } from './EditorBody.tsx';
import { EditorButtons } from './EditorButtons.tsx';
import { EditorCode } from './EditorCode.tsx';
import { EditorHeader } from './EditorHeader.tsx';
import { EditorVariables } from './EditorVariables.tsx';
import { EditorWording } from './EditorWording.tsx';
import { type Editor, EditorContext, useFindings, useProblem } from './editor-context.ts';
import type { EditorDraft } from './editor-draft.ts';
import styles from './TemplateEditor.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';
import { StatusNotice, TemplateBadge } from './TemplateStatus.tsx';
import { useTemplateActions } from './template-actions.ts';
import { useEditorFields } from './use-editor-fields.ts';
import { useSaving } from './use-saving.ts';

type Props = {
  /** Null for a new one. */
  template: Template | null;
  initial: EditorDraft;
  accounts?: Editor['accounts'];
};

const OPEN: readonly Template['status'][] = ['draft', 'approved', 'rejected', 'paused'];

export function TemplateEditor({ template, initial, accounts = [] }: Props) {
  const t = useTranslations('templateEditor');
  const list = useTranslations('templates');
  const navigate = useNavigate();
  const [draft, setDraft] = useState(initial);
  const [strict, setStrict] = useState(false);
  const findings = useFindings(draft);
  const problem = useProblem(findings, strict);
  const { fields, samples } = useEditorFields();
  const faults = findings.filter((found) => found.severity === 'error');
  const saving = useSaving(template, draft, initial);
  const actions = useTemplateActions();
  const editor: Editor = {
    draft,
    change: setDraft,
    problem: (path) => problem(path) ?? saving.refusal(path),
    fields,
    samples,
    accounts,
    isSubmitted: template !== null && template.submittedAt !== null,
    isApproved: template?.status === 'approved',
  };
  const isOpen = template === null || OPEN.includes(template.status);
  const submit = () => {
    setStrict(true);
    if (faults.length === 0) saving.submit();
  };
  const password = draft.content.oneTimePassword;
  const buttons = (
    <>
      <Button
        variant="default"
        onClick={saving.save}
        loading={saving.isSaving}
        disabled={!saving.isDirty || draft.name === ''}
      >
        {t(editor.isSubmitted ? 'saveChanges' : 'save')}
      </Button>
      <Button onClick={submit} loading={saving.isSubmitting}>
        {t('submit')}
      </Button>
    </>
  );

  return (
    <EditorContext value={editor}>
      <PageHeader
        title={template?.name ?? t('newTitle')}
        back={{ to: '/templates', label: list('title') }}
        badge={template && <TemplateBadge status={template.status} />}
        menu={
          template === null ? undefined : (
            <>
              <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => actions.clone(template)}>
                {list('clone')}
              </Menu.Item>
              {template.pendingEdit && <Menu.Item onClick={saving.discard}>{t('discard')}</Menu.Item>}
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} />}
                onClick={async () => {
                  if (await actions.remove(template)) await navigate({ to: '/templates' });
                }}
              >
                {list('delete')}
              </Menu.Item>
            </>
          )
        }
        action={isOpen && <div className={styles.atTop}>{buttons}</div>}
      />
      <div className={styles.page}>
        <div className={styles.form}>
          {template && <StatusNotice template={template} />}
          {strict && faults.length > 0 && (
            <Notice
              tone="bad"
              icon={IconAlertTriangle}
              urgent
              title={t('problems', { count: faults.length })}
            />
          )}
          <fieldset className={styles.parts} disabled={!isOpen}>
            <EditorBasics />
            {password ? (
              <EditorCode password={password} />
            ) : (
              <>
                <EditorHeader />
                <EditorBody />
                <EditorWording templateId={template?.id} />
                <EditorButtons />
                <EditorVariables />
              </>
            )}
          </fieldset>
        </div>
        <LivePreview editor={editor} />
        {isOpen && <div className={styles.atFoot}>{buttons}</div>}
      </div>
    </EditorContext>
  );
}

function LivePreview({ editor }: { editor: Editor }) {
  const t = useTranslations('templateEditor');
  const { draft, fields } = editor;
  const [shown, setShown] = useState<'samples' | 'names'>('samples');
  const texts = useMemo(() => {
    if (shown === 'samples') return sampleTexts(draft.content, draft.variableFormat);
    const labels = new Map(fields.map(({ code, label }) => [code, label]));
    return Object.fromEntries(
      templateSlots(draft.content, draft.variableFormat).flatMap(({ key }) => {
        const source = draft.variables[key];
        if (!source) return [];
        return [[key, 'text' in source ? source.text : `[${labels.get(source.field) ?? source.field}]`]];
      }),
    );
  }, [draft, fields, shown]);
  return (
    <aside className={styles.preview} aria-label={t('preview')}>
      <SegmentedControl
        aria-label={t('previewAs')}
        size="xs"
        value={shown}
        onChange={(value) => setShown(value as typeof shown)}
        data={[
          { value: 'samples', label: t('samples') },
          { value: 'names', label: t('names') },
        ]}
      />
      <TemplatePreview content={draft.content} texts={texts} media={draft.media} />
    </aside>
  );
}
