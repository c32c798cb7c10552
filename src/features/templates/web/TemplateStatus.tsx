// Where a template stands: as a badge, and in words with the reason and what to do.
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconInfoCircle } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TemplateStatus as Status, Template } from '#features/templates/templates.contract.ts';
import type { Tone } from '#web/theme.ts';
import { Notice } from '#web/ui/Notice.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const TONES: Record<Status, Tone> = {
  draft: 'neutral',
  pending: 'accent',
  approved: 'good',
  rejected: 'bad',
  paused: 'attention',
  disabled: 'bad',
  in_appeal: 'accent',
  archived: 'neutral',
  deleted: 'neutral',
};

export function TemplateBadge({ status }: { status: Status }) {
  const t = useTranslations('templates.status');
  return (
    <StatusBadge tone={TONES[status]} dot={status === 'pending'}>
      {t(status)}
    </StatusBadge>
  );
}

const QUALITY_TONES = { high: 'good', medium: 'attention', low: 'bad', unknown: 'neutral' } as const;

export function QualityBadge({ quality }: Pick<Template, 'quality'>) {
  const t = useTranslations('templates.quality');
  if (quality === 'unknown')
    return (
      <Text span c="dimmed" fz="sm">
        {t('unknown')}
      </Text>
    );
  return (
    <StatusBadge tone={QUALITY_TONES[quality]} dot>
      {t(quality)}
    </StatusBadge>
  );
}

const REASONS = [
  'abusive_content',
  'category_not_available',
  'incorrect_category',
  'invalid_format',
  'promotional',
  'scam',
  'tag_content_mismatch',
  'limit_exceeded',
  'first_pause',
  'second_pause',
  'rate_limiting_pause',
  'disabled',
] as const;

const ICONS = {
  rejected: IconAlertTriangle,
  disabled: IconAlertTriangle,
  paused: IconAlertTriangle,
  pending: IconClock,
};

/** What the state means, why it is so, and what to do; nothing for an approved template without news. */
export function StatusNotice({ template }: { template: Template }) {
  const t = useTranslations('templates');
  const format = useFormatter();
  const { status, statusReason, statusDetail, statusAdvice, announcedCategory, nextEditAt } = template;
  const known = REASONS.find((reason) => reason === statusReason);
  const category = (['marketing', 'utility', 'authentication'] as const).find(
    (one) => one === announcedCategory,
  );
  const lines: string[] = [];
  if (category) lines.push(t('announced', { category: t(`category.${category}`) }));
  if (nextEditAt) lines.push(t('nextEdit', { time: format.relativeTime(new Date(nextEditAt), new Date()) }));
  if (status === 'approved' && lines.length === 0) return null;
  const Icon = ICONS[status as keyof typeof ICONS] ?? IconInfoCircle;
  return (
    <Notice
      tone={TONES[status]}
      icon={Icon}
      title={status === 'approved' ? undefined : t(`statusText.${status}`)}
    >
      {known && <div>{t(`reason.${known}`)}</div>}
      {statusReason !== null && !known && <div>{t('reason.unknown', { reason: statusReason })}</div>}
      {statusDetail !== null && (
        <div>
          {t('says')}: {statusDetail}
        </div>
      )}
      {statusAdvice !== null && (
        <div>
          {t('advice')}: {statusAdvice}
        </div>
      )}
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Notice>
  );
}
