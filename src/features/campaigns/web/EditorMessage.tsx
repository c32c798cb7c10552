// Which template, and where its values come from.
import { Anchor, Select, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { templateSlots } from '#whatsapp/template-slots.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';
import { VariableSource } from './VariableSource.tsx';

type Props = { editing: CampaignEditing };

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
          <VariableSource
            key={slot.key}
            slot={slot}
            source={draft.variables[slot.key]}
            error={problem(`variables.${slot.key}`)}
            onChange={(source) => change({ variables: { ...draft.variables, [slot.key]: source } })}
          />
        ))}
      </div>
    </section>
  );
}
