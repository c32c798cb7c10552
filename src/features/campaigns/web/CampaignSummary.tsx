// Beside the form: the phone, how many get it, who is left out and why, how long it takes, and the button.
import { Button, SegmentedControl } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Exclusion } from '#features/campaigns/campaigns.contract.ts';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { CostLine } from '#features/rates/web/CostLine.tsx';
import { TemplatePreview } from '#features/templates/web/TemplatePreview.tsx';
import { useEditorFields } from '#features/templates/web/use-editor-fields.ts';
import { api } from '#web/api.ts';
import { spellDuration } from '#web/ui/spell-duration.ts';
import { textsFromSources } from '#whatsapp/template-message.ts';
import { sampleTexts } from '#whatsapp/template-slots.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';
import { usePlanLength } from './use-plan-length.ts';

type Props = { editing: CampaignEditing; number: ConnectedNumber | undefined };

export function CampaignSummary({ editing, number }: Props) {
  const t = useTranslations('campaignEditor');
  const tc = useTranslations('campaignRecipients.exclusion');
  const tg = useTranslations('guardian');
  const format = useFormatter();
  const { draft, estimate, saving } = editing;
  const length = useLength(editing, number);
  const count = estimate?.audience ?? 0;
  const reasons = Object.entries(estimate?.excluded ?? {}) as [Exclusion, number][];
  const ready = count > 0 && draft.templateId !== null && draft.at !== '' && editing.preflight.clear;
  return (
    <aside className={styles.aside}>
      <div className={styles.summary}>
        {estimate ? (
          <>
            <div>
              <div className={styles.note}>{t('goesTo')}</div>
              <div className={`${styles.count} figures`}>{t('people', { count })}</div>
            </div>
            {reasons.length > 0 && (
              <dl className={styles.reasons}>
                {reasons.map(([reason, left]) => (
                  <div key={reason} style={{ display: 'contents' }}>
                    <dt>{tc(reason)}</dt>
                    <dd className="figures">{format.number(left)}</dd>
                  </div>
                ))}
              </dl>
            )}
            {estimate.cost && <CostLine cost={estimate.cost} />}
            {length && <p className={styles.note}>{length}</p>}
          </>
        ) : (
          <p className={styles.note}>{t('nobody')}</p>
        )}
        {draft.at && (
          <p className={styles.note}>
            {t(draft.eachCustomersZone ? 'beginsEach' : 'begins', {
              time: format.dateTime(new Date(`${draft.at}Z`), {
                dateStyle: 'full',
                timeStyle: 'short',
                timeZone: 'UTC',
              }),
            })}
          </p>
        )}
        {!editing.preflight.clear && <p className={styles.note}>{tg('answerFirst')}</p>}
        <Button
          leftSection={<IconSend size={16} />}
          disabled={!ready}
          loading={saving}
          fullWidth
          onClick={() => void editing.launch()}
        >
          {count === 0 ? t('sendNobody') : t(draft.at === null ? 'send' : 'scheduleIt', { count })}
        </Button>
      </div>
      <Preview editing={editing} />
    </aside>
  );
}

/** How long it takes: by the plan's days, by Meta's limit, or as fast as the number may; null when it is over at once. */
function useLength({ draft, estimate, preflight }: CampaignEditing, number: ConnectedNumber | undefined) {
  const t = useTranslations('campaignEditor');
  const planLength = usePlanLength();
  const format = useFormatter();
  const count = estimate?.audience ?? 0;
  // What is stopped does not leave, however fast the number is.
  if (preflight.found && preflight.found.plan.finishesOn === null) return null;
  const planned = draft.planned ? planLength(preflight.found?.plan) : null;
  if (planned || !number) return planned;
  const { throughputPerSecond: rate, messagingLimit: limit } = number;
  if (limit !== null && count > limit)
    return t('durationLimit', { days: Math.ceil(count / limit), limit: format.number(limit) });
  if (count <= rate * 5) return null;
  return t('duration', { time: spellDuration(count / rate, format), rate: format.number(rate) });
}

/** The phone, with a switch between the variants of a test. */
function Preview({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('campaignTrial.split');
  const { templateId: own, variables: ownVariables, split } = editing.draft;
  const [chosen, setChosen] = useState(0);
  const all = [{ templateId: own, variables: ownVariables }, ...(split?.others ?? [])];
  const at = Math.min(chosen, all.length - 1);
  const { templateId, variables } = all[at]!;
  const { samples } = useEditorFields();
  const template = useQuery({
    ...api.templates.get.queryOptions({ input: { id: templateId ?? '' } }),
    enabled: Boolean(templateId),
  });
  return (
    <>
      {all.length > 1 && (
        <SegmentedControl
          aria-label={t('shown')}
          fullWidth
          data={all.map((_, place) => ({ value: String(place), label: String.fromCharCode(65 + place) }))}
          value={String(at)}
          onChange={(place) => setChosen(Number(place))}
        />
      )}
      {template.data && (
        <TemplatePreview
          content={template.data.content}
          texts={{
            ...sampleTexts(template.data.content, template.data.variableFormat),
            ...textsFromSources(variables, samples),
          }}
          media={template.data.media}
        />
      )}
    </>
  );
}
