// A test of variants: further templates, how many people try each, what decides, and when.
import { ActionIcon, Button, NumberInput, Select, Switch, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type CampaignSplit, MEASURES, type Measure } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { templateSlots } from '#whatsapp/template-slots.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';
import { VariableSource } from './VariableSource.tsx';

type Props = { editing: CampaignEditing };
type Other = CampaignSplit['others'][number];

const WAITS = [60, 240, 720, 1_440, 2_880];
const MOST_OTHERS = 4;

export function EditorSplit({ editing }: Props) {
  const t = useTranslations('campaignTrial.split');
  const { draft, change, problem } = editing;
  const templates = useQuery(api.templates.list.queryOptions({ input: { status: 'approved', limit: 200 } }));
  const items = templates.data?.items ?? [];
  const { split } = draft;
  const set = (changes: Partial<CampaignSplit>) => split && change({ split: { ...split, ...changes } });
  const fresh = (): Other => {
    const used = [draft.templateId, ...(split?.others.map((each) => each.templateId) ?? [])];
    const other = items.find((template) => !used.includes(template.id)) ?? items[0];
    return { templateId: other?.id ?? '', variables: other?.variables ?? {}, share: 10 };
  };
  const left = split ? 100 - split.others.reduce((sum, other) => sum + other.share, split.share) : 100;
  return (
    <section className={styles.section} aria-labelledby="campaign-split">
      <Title order={2} id="campaign-split">
        {t('title')}
      </Title>
      <p className={styles.help}>{t('help')}</p>
      <div className={styles.stack}>
        <Switch
          label={t('on')}
          disabled={draft.templateId === null || items.length === 0}
          checked={split !== null}
          onChange={(event) =>
            change({
              split: event.currentTarget.checked
                ? { share: 10, others: [fresh()], measure: 'read', waitMinutes: 240 }
                : null,
            })
          }
        />
        {split && (
          <>
            <Share
              label={t('share', { name: 'A' })}
              description={t('first', { name: items.find(({ id }) => id === draft.templateId)?.name ?? '' })}
              value={split.share}
              error={problem('split.share')}
              onChange={(share) => set({ share })}
            />
            {split.others.map((other, at) => (
              <Variant
                // biome-ignore lint/suspicious/noArrayIndexKey: variants are known by their place
                key={at}
                name={String.fromCharCode(66 + at)}
                path={`split.others.${at}`}
                other={other}
                items={items}
                problem={problem}
                onChange={(next) =>
                  set({ others: split.others.map((each, place) => (place === at ? next : each)) })
                }
                onRemove={() => {
                  const others = split.others.filter((_, place) => place !== at);
                  if (others.length === 0) change({ split: null });
                  else set({ others });
                }}
              />
            ))}
            {split.others.length < MOST_OTHERS && (
              <div>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconPlus size={14} />}
                  onClick={() => set({ others: [...split.others, fresh()] })}
                >
                  {t('add')}
                </Button>
              </div>
            )}
            <p className={styles.note}>{left > 0 ? t('rest', { share: left }) : t('noRest')}</p>
            <div className={styles.pair}>
              <Select
                label={t('measure')}
                data={MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))}
                value={split.measure}
                allowDeselect={false}
                onChange={(value) => set({ measure: (value ?? 'read') as Measure })}
              />
              {split.measure !== 'by_hand' && left > 0 && (
                <Select
                  label={t('wait')}
                  data={[...new Set([...WAITS, split.waitMinutes])].map((minutes) => ({
                    value: String(minutes),
                    label: t('hours', { count: Math.round(minutes / 60) }),
                  }))}
                  value={String(split.waitMinutes)}
                  allowDeselect={false}
                  onChange={(value) => set({ waitMinutes: Number(value ?? 240) })}
                />
              )}
            </div>
          </>
        )}
      </div>
    </section>
  );
}

type ShareProps = {
  label: string;
  description?: string;
  value: number;
  error: string | undefined;
  onChange: (share: number) => void;
};

function Share({ label, description, value, error, onChange }: ShareProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      suffix=" %"
      min={1}
      max={99}
      styles={{ wrapper: { maxWidth: 200 } }}
      value={value}
      error={error}
      onChange={(share) => onChange(Number(share) || 1)}
    />
  );
}

type Template = { id: string; name: string; language: string; variables: Other['variables'] } & Parameters<
  typeof slotsOf
>[0];
type VariantProps = {
  name: string;
  path: string;
  other: Other;
  items: readonly Template[];
  problem: CampaignEditing['problem'];
  onChange: (other: Other) => void;
  onRemove: () => void;
};

function Variant({ name, path, other, items, problem, onChange, onRemove }: VariantProps) {
  const t = useTranslations('campaignTrial.split');
  const template = items.find((each) => each.id === other.templateId);
  return (
    <div className={`${styles.variable} ${styles.stack}`}>
      <div className={styles.pair}>
        <Select
          label={t('variant', { name })}
          data={items.map((each) => ({ value: each.id, label: `${each.name} · ${each.language}` }))}
          value={other.templateId || null}
          error={problem(`${path}.templateId`)}
          searchable
          allowDeselect={false}
          onChange={(templateId) =>
            onChange({
              ...other,
              templateId: templateId ?? '',
              variables: items.find((each) => each.id === templateId)?.variables ?? {},
            })
          }
        />
        <div style={{ display: 'flex', alignItems: 'flex-end', gap: 8 }}>
          <Share
            label={t('share', { name })}
            value={other.share}
            error={problem(`${path}.share`)}
            onChange={(share) => onChange({ ...other, share })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('remove', { name })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      </div>
      {template &&
        slotsOf(template).map((slot) => (
          <VariableSource
            key={slot.key}
            slot={slot}
            source={other.variables[slot.key]}
            error={problem(`${path}.variables.${slot.key}`)}
            onChange={(source) =>
              onChange({ ...other, variables: { ...other.variables, [slot.key]: source } })
            }
          />
        ))}
    </div>
  );
}

function slotsOf(template: {
  content: Parameters<typeof templateSlots>[0];
  variableFormat: Parameters<typeof templateSlots>[1];
}) {
  return templateSlots(template.content, template.variableFormat);
}
