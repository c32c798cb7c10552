// When: at once, or at a time of the workspace.
import { Checkbox, Radio, TextInput, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

export function EditorTime({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('campaignEditor');
  const tt = useTranslations('campaignTrial');
  const { draft, change, problem, zone } = editing;
  return (
    <section className={styles.section} aria-labelledby="campaign-time">
      <Title order={2} id="campaign-time">
        {t('time')}
      </Title>
      <div className={styles.stack}>
        <Radio
          name="when"
          label={t('now')}
          checked={draft.at === null}
          onChange={() => change({ at: null })}
        />
        <Radio
          name="when"
          label={t('later')}
          checked={draft.at !== null}
          onChange={() => change({ at: draft.at ?? '' })}
        />
        {draft.at !== null && (
          <>
            <TextInput
              type="datetime-local"
              aria-label={t('later')}
              description={draft.eachCustomersZone ? tt('zone.help') : t('timeHelp', { zone })}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              maw={260}
              value={draft.at}
              error={problem('at')}
              onChange={(event) => change({ at: event.currentTarget.value })}
            />
            <Checkbox
              label={tt('zone.each')}
              checked={draft.eachCustomersZone}
              onChange={(event) => change({ eachCustomersZone: event.currentTarget.checked })}
            />
          </>
        )}
      </div>
    </section>
  );
}
