// Where the value of one template variable comes from: a field of the contact, a fixed text, or where a counted link leads.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { CampaignVariables } from '#features/campaigns/campaigns.contract.ts';
import { useEditorFields } from '#features/templates/web/use-editor-fields.ts';
import { api } from '#web/api.ts';
import type { TemplateSlot } from '#whatsapp/template-slots.ts';
import styles from './CampaignEditor.module.css';

type Source = CampaignVariables[string];
type Props = {
  slot: TemplateSlot;
  source: Source | undefined;
  error: string | undefined;
  onChange: (source: Source) => void;
};

/** Value of the choice “the same text for everybody”; no field has such a code. */
const FIXED = '=';

export function VariableSource({ slot, source, error, onChange }: Props) {
  const t = useTranslations('campaignEditor');
  const tt = useTranslations('campaignTrial');
  const { fields } = useEditorFields();
  const address = useQuery(api.links.address.queryOptions({ input: {} }));
  const chosen = source === undefined ? null : 'text' in source ? FIXED : source.field;
  if (slot.kind === 'link_end' && slot.linkStart === address.data?.start)
    return (
      <fieldset className={styles.variable}>
        <legend>{t(`place.${slot.part}`, { name: slot.name })}</legend>
        <TextInput
          label={tt('links.leadsTo')}
          description={tt('links.leadsToHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder="https://"
          type="url"
          value={source && 'text' in source ? source.text : ''}
          error={error}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      </fieldset>
    );
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
            if (value === FIXED) onChange({ text: '' });
            else if (value) onChange({ field: value });
          }}
        />
        {source && 'text' in source && (
          <TextInput
            label={t('fixedText')}
            value={source.text}
            error={error}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
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
              onChange({ field: source.field, ...(fallback ? { fallback } : {}) });
            }}
          />
        )}
      </div>
    </fieldset>
  );
}
