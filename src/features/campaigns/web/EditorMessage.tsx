// Which template, and where its values come from.
import { Anchor, Select, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useEditorFields } from '#features/templates/web/use-editor-fields.ts';
import { api } from '#web/api.ts';
import { type TemplateSlot, templateSlots } from '#whatsapp/template-slots.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

type Props = { editing: CampaignEditing };

/** Value of the choice “the same text for everybody”; no field has such a code. */
const FIXED = '=';

export function EditorMessage({ editing }: Props) {
  const t = useTranslations('campaignEditor');
  const { draft, change, problem } = editing;
  const templates = useQuery(api.templates.list.queryOptions({ input: { status: 'approved', limit: 200 } }));
  const items = templates.data?.items ?? [];
  const chosen = items.find((template) => template.id === draft.templateId);
  const slots = chosen ? templateSlots(chosen.content, chosen.variableFormat) : [];
  return (
    <section className={styles.section} aria-labelledby="campaign-message">
      <Title order={2} id="campaign-message">
        {t('message')}
      </Title>
      <p className={styles.help}>{t('messageHelp')}</p>
      <div className={styles.stack}>
        {templates.data && items.length === 0 ? (
          <p className={styles.note}>
            {t('noTemplates')}{' '}
            <Anchor renderRoot={(props) => <Link to="/templates/new" {...props} />}>
              {t('makeTemplate')}
            </Anchor>
          </p>
        ) : (
          <Select
            label={t('template')}
            placeholder={t('chooseTemplate')}
            data={items.map(({ id, name, language }) => ({ value: id, label: `${name} · ${language}` }))}
            value={draft.templateId}
            error={problem('templateId')}
            searchable
            allowDeselect={false}
            onChange={(templateId) => {
              const variables = items.find((template) => template.id === templateId)?.variables ?? {};
              change({ templateId, variables });
            }}
          />
        )}
        {slots.length > 0 && <p className={styles.note}>{t('variablesHelp')}</p>}
        {slots.map((slot) => (
          <Value key={slot.key} slot={slot} editing={editing} />
        ))}
      </div>
    </section>
  );
}

function Value({ slot, editing }: Props & { slot: TemplateSlot }) {
  const t = useTranslations('campaignEditor');
  const { fields } = useEditorFields();
  const { draft, change, problem } = editing;
  const source = draft.variables[slot.key];
  const set = (next: NonNullable<typeof source>) =>
    change({ variables: { ...draft.variables, [slot.key]: next } });
  const chosen = source === undefined ? null : 'text' in source ? FIXED : source.field;
  const error = problem(`variables.${slot.key}`);
  return (
    <fieldset className={styles.variable}>
      <legend>
        {t(`place.${slot.part}`, { name: slot.name })}{' '}
        {slot.kind === 'text' && <code>{`{{${slot.name}}}`}</code>}
      </legend>
      <div className={styles.pair}>
        <Select
          label={t('source')}
          data={[
            ...fields.map(({ code, label }) => ({ value: code, label })),
            { value: FIXED, label: t('fixed') },
          ]}
          value={chosen}
          error={source === undefined ? error : undefined}
          searchable
          allowDeselect={false}
          onChange={(value) => {
            if (value === FIXED) set({ text: '' });
            else if (value) set({ field: value });
          }}
        />
        {source && 'text' in source && (
          <TextInput
            label={t('fixedText')}
            value={source.text}
            error={error}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        )}
        {source && 'field' in source && (
          <TextInput
            label={t('fallback')}
            description={source.fallback ? undefined : t('fallbackHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={source.fallback ?? ''}
            onChange={(event) => {
              const fallback = event.currentTarget.value;
              set({ field: source.field, ...(fallback ? { fallback } : {}) });
            }}
          />
        )}
      </div>
    </fieldset>
  );
}
