// The hours of a week: for each day one or more spans, or none.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Span } from '#features/team/hours.contract.ts';
import styles from './TeamSettings.module.css';
import { useDayNames } from './use-week-words.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
export const workWeek: Span[] = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' }));

type Props = { hours: readonly Span[]; onChange: (hours: Span[]) => void };

export function WeekEditor({ hours, onChange }: Props) {
  const t = useTranslations('teamSettings.hours');
  const nameOf = useDayNames();
  const change = (span: Span, part: Partial<Span>) =>
    onChange(hours.map((each) => (each === span ? { ...each, ...part } : each)));
  return (
    <div className={styles.week}>
      {DAYS.map((day) => {
        const spans = hours.filter((span) => span.day === day);
        return (
          <fieldset key={day}>
            <legend>{nameOf(day)}</legend>
            <div className={styles.spans}>
              {spans.length === 0 && <span className={styles.free}>{t('free')}</span>}
              {spans.map((span, at) => (
                <span key={`${span.day} ${String(at)}`} className={styles.span}>
                  <input
                    type="time"
                    required
                    aria-label={t('from', { day: nameOf(day) })}
                    value={span.from}
                    onChange={(event) => change(span, { from: event.currentTarget.value })}
                  />
                  –
                  <input
                    type="time"
                    required
                    aria-label={t('to', { day: nameOf(day) })}
                    value={span.to === '24:00' ? '00:00' : span.to}
                    onChange={(event) => change(span, { to: event.currentTarget.value })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('remove', { day: nameOf(day) })}
                    onClick={() => onChange(hours.filter((each) => each !== span))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </span>
              ))}
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                leftSection={<IconPlus size={13} />}
                aria-label={t('addTo', { day: nameOf(day) })}
                onClick={() => onChange([...hours, { day, ...nextSpan(spans) }])}
              >
                {t('add')}
              </Button>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

function nextSpan(spans: readonly Span[]): { from: string; to: string } {
  return spans.length === 0 ? { from: '09:00', to: '18:00' } : { from: '19:00', to: '22:00' };
}
