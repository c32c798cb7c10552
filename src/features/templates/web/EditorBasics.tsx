// Name, language and category of the template.
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { TEMPLATE_CATEGORIES } from '#features/templates/templates.contract.ts';
import type { TemplateCategory } from '#whatsapp/template-model.ts';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';
import { asName, type EditorDraft } from './editor-draft.ts';
import { useLanguages } from './language-names.ts';
import styles from './TemplateEditor.module.css';

export function EditorBasics() {
  const t = useTranslations('templateEditor');
  const category = useTranslations('templates.category');
  const { draft, change, problem, accounts, isSubmitted, isApproved } = useEditor();
  const languages = useLanguages();
  return (
    <EditorSection title={t('basics')}>
      <Stack gap="md">
        <div className={styles.pair}>
          <TextInput
            label={t('name')}
            description={t('nameHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft.name}
            readOnly={isSubmitted}
            error={problem('name')}
            maxLength={512}
            spellCheck={false}
            data-autofocus
            onChange={(event) => {
              const name = asName(event.currentTarget.value);
              change((before) => ({ ...before, name }));
            }}
          />
          <Select
            label={t('language')}
            data={languages}
            value={draft.language}
            readOnly={isSubmitted}
            searchable
            allowDeselect={false}
            error={problem('language')}
            onChange={(language) => language && change((before) => ({ ...before, language }))}
          />
        </div>
        {accounts.length > 1 && (
          <Select
            label={t('account')}
            data={accounts}
            value={draft.accountId ?? null}
            allowDeselect={false}
            error={problem('accountId')}
            onChange={(accountId) => accountId && change((before) => ({ ...before, accountId }))}
          />
        )}
        <Radio.Group
          label={t('category')}
          description={isApproved ? t('categoryLocked') : undefined}
          value={draft.category}
          error={problem('category')}
          onChange={(value) => change((before) => withCategory(before, value as TemplateCategory))}
        >
          <div className={styles.cards}>
            {TEMPLATE_CATEGORIES.map((value) => (
              <Radio.Card key={value} value={value} className={styles.card} disabled={isApproved}>
                <Radio.Indicator disabled={isApproved} />
                <span>
                  <strong>{category(value)}</strong>
                  <span className={styles.cardHelp}>{t(`categoryHelp.${value}`)}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      </Stack>
    </EditorSection>
  );
}

/** Codes have a content of their own; what was written comes back with the former category. */
function withCategory(draft: EditorDraft, category: TemplateCategory): EditorDraft {
  const { oneTimePassword, ...content } = draft.content;
  if (category !== 'authentication') return { ...draft, category, content };
  return {
    ...draft,
    category,
    content: {
      ...content,
      oneTimePassword: oneTimePassword ?? {
        button: 'copy_code',
        securityRecommendation: true,
        expiresInMinutes: 10,
      },
    },
  };
}
