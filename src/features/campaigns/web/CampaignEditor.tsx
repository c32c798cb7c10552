// The page on which a campaign is made: message, audience, time; beside it the phone and what will happen.
import { Button, Menu, Select, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { CampaignBadge } from './CampaignBadge.tsx';
import styles from './CampaignEditor.module.css';
import { CampaignSummary } from './CampaignSummary.tsx';
import { useCampaignActions } from './campaign-actions.ts';
import { EditorAudience } from './EditorAudience.tsx';
import { EditorGuardian } from './EditorGuardian.tsx';
import { EditorLinks } from './EditorLinks.tsx';
import { EditorMessage } from './EditorMessage.tsx';
import { EditorSending } from './EditorSending.tsx';
import { EditorSms } from './EditorSms.tsx';
import { EditorSplit } from './EditorSplit.tsx';
import { EditorTime } from './EditorTime.tsx';
import { TestSend } from './TestSend.tsx';
import { useCampaignDraft } from './use-campaign-draft.ts';

type Props = {
  campaign: Campaign | null;
  /** When a new one is to start: `YYYY-MM-DDTHH:mm` in the workspace’s zone. */
  startAt?: string | null;
};

const SHOWN_AT_FIELDS = [
  'name',
  'numberId',
  'templateId',
  'audience',
  'smsFallback',
  'smsFallback.text',
  'at',
  'errorLimit.share',
  'errorLimit.least',
  'hours.days',
] as const;

export function CampaignEditor({ campaign, startAt = null }: Props) {
  const t = useTranslations('campaignEditor');
  const tc = useTranslations('campaigns');
  const editing = useCampaignDraft(campaign, startAt);
  const actions = useCampaignActions();
  const numbers = useQuery(api.numbers.list.queryOptions({ input: {} }));
  const { draft, change, problem } = editing;
  const choices = (numbers.data?.items ?? []).map((number) => ({
    value: number.id,
    label: `${number.displayName} ${number.phone}`.trim(),
  }));
  return (
    <>
      <PageHeader
        title={campaign ? campaign.name : tc('new')}
        back={{ to: '/campaigns', label: tc('back') }}
        badge={campaign && <CampaignBadge state={campaign.state} />}
        action={
          <>
            <TestSend editing={editing} />
            <Button variant="default" loading={editing.saving} onClick={() => void editing.save()}>
              {t(campaign?.state === 'scheduled' ? 'saveChanges' : 'save')}
            </Button>
          </>
        }
        menu={
          campaign ? (
            <>
              {campaign.state === 'scheduled' && (
                <Menu.Item
                  leftSection={<IconArrowBackUp size={16} />}
                  onClick={() => void editing.unschedule()}
                >
                  {t('unschedule')}
                </Menu.Item>
              )}
              {campaign.state === 'draft' && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} />}
                  onClick={() => void actions.remove(campaign)}
                >
                  {tc('delete')}
                </Menu.Item>
              )}
            </>
          ) : undefined
        }
      />
      <div className={styles.page}>
        <div className={styles.form}>
          <FormFailure error={editing.failure} shownAtFields={SHOWN_AT_FIELDS} />
          <section className={styles.section}>
            <div className={styles.pair}>
              <TextInput
                label={t('name')}
                description={t('nameHelp')}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
                value={draft.name}
                error={problem('name')}
                maxLength={120}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <Select
                label={t('number')}
                data={choices}
                value={draft.numberId}
                error={problem('numberId')}
                allowDeselect={false}
                onChange={(numberId) => change({ numberId })}
              />
            </div>
          </section>
          <EditorMessage editing={editing} />
          <EditorLinks editing={editing} />
          <EditorSplit editing={editing} />
          <EditorAudience editing={editing} />
          <EditorSms editing={editing} />
          <EditorTime editing={editing} />
          <EditorSending editing={editing} />
          <EditorGuardian editing={editing} />
        </div>
        <CampaignSummary
          editing={editing}
          number={numbers.data?.items.find((n) => n.id === draft.numberId)}
        />
      </div>
    </>
  );
}
