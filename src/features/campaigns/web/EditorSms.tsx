// What goes by SMS to whom WhatsApp cannot reach.
import { Anchor, Switch, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { SmsText } from '#features/sms/web/SmsText.tsx';
import { api } from '#web/api.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

export function EditorSms({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('sms');
  const { draft, change, problem } = editing;
  const { smsFallback } = draft;
  const settings = useQuery(api.sms.get.queryOptions({ input: {} }));
  const ready = settings.data?.enabled ?? false;
  return (
    <section className={styles.section} aria-labelledby="campaign-sms">
      <Title order={2} id="campaign-sms">
        {t('fallback')}
      </Title>
      <p className={styles.help}>{t('fallbackHelp')}</p>
      <div className={styles.stack}>
        <Switch
          label={t('fallbackOn')}
          disabled={!ready && !smsFallback}
          checked={smsFallback !== null}
          onChange={(event) => change({ smsFallback: event.currentTarget.checked ? { text: '' } : null })}
        />
        {settings.data && !ready && (
          <Anchor size="sm" renderRoot={(props) => <Link to="/settings/sms" {...props} />}>
            {t('setUp')}
          </Anchor>
        )}
        {smsFallback && (
          <SmsText
            value={smsFallback.text}
            error={problem('smsFallback') ?? problem('smsFallback.text')}
            onChange={(text) => change({ smsFallback: { text } })}
          />
        )}
      </div>
    </section>
  );
}
