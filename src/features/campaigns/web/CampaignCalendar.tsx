// Campaigns by day, a month or a week at a time, with public holidays; a day begins a new campaign.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { CampaignState } from '#features/campaigns/campaigns.contract.ts';
import type { PreflightVerdict, Reasons } from '#features/guardian/preflight.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission, useWorkspace } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { AskReasons, verdictsOf } from './AskReasons.tsx';
import { CampaignBadge } from './CampaignBadge.tsx';
import styles from './CampaignCalendar.module.css';
import { addDays, addMonths, type CalendarSpan, daysAround } from './calendar-days.ts';
import { holidaysOf } from './holidays.ts';

type Props = {
  day: string | undefined;
  span: CalendarSpan;
  state: CampaignState | undefined;
  onChange: (changes: { day?: string | null; span?: CalendarSpan | null }) => void;
};

type Item = Awaited<ReturnType<typeof client.campaigns.calendar>>['items'][number];

type Move = { id: string; to: string; reasons?: Reasons };
type Asked = Move & { name: string; verdicts: PreflightVerdict[] };

const MOST_SHOWN = 3;

export function CampaignCalendar({ day, span, state, onChange }: Props) {
  const t = useTranslations('campaignCalendar');
  const locale = useLocale();
  const workspace = useWorkspace();
  const zone = workspace?.timeZone ?? 'UTC';
  const today = localDay(new Date().toISOString(), zone);
  const shown = day && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : today;
  const days = useMemo(() => daysAround(shown, span), [shown, span]);
  const [cursor, setCursor] = useState(shown);
  const [target, setTarget] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayWrite = usePermission('campaigns:write');
  // Clock times of customers begin up to a day before or after.
  const range = {
    from: `${addDays(days[0]!, -1)}T00:00:00Z`,
    to: `${addDays(days.at(-1)!, 2)}T00:00:00Z`,
  };
  const calendar = useQuery(
    api.campaigns.calendar.queryOptions({ input: { ...range, ...(state ? { state } : {}) } }),
  );
  const byDay = useMemo(() => {
    const found = new Map<string, Item[]>();
    for (const item of calendar.data?.items ?? []) {
      const on = item.localTime?.slice(0, 10) ?? localDay(item.startedAt ?? item.scheduledAt!, zone);
      found.set(on, [...(found.get(on) ?? []), item]);
    }
    return found;
  }, [calendar.data, zone]);
  const country = workspace?.country ?? '';
  const holidays = useMemo(() => {
    const years = [...new Set(days.map((each) => Number(each.slice(0, 4))))];
    return new Map(
      years.flatMap((year) =>
        holidaysOf(country, year).map(({ month, day: date, name }) => [
          `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
          name,
        ]),
      ),
    );
  }, [days, country]);
  const move = useMutation({
    mutationFn: async ({ id, to, reasons = [] }: Move) => {
      const item = calendar.data?.items.find((each) => each.id === id);
      if (!item?.scheduledAt) return;
      const at = `${to}T${item.localTime?.slice(11) ?? localClock(item.scheduledAt, zone)}:00`;
      await client.campaigns.schedule({ id, at, eachCustomersZone: item.localTime !== null, reasons });
      setAsked(null);
      toastDone(t('moved', { name: item.name, date: dateOf(to) }));
    },
    onError: (error, moved) => {
      const verdicts = verdictsOf(error);
      const item = calendar.data?.items.find((each) => each.id === moved.id);
      if (verdicts && item) setAsked({ ...moved, name: item.name, verdicts });
      else toastFailed(error);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
  });
  const dateOf = (each: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${each}T12:00:00Z`));
  const mayBegin = (each: string) => mayWrite && each >= today;
  const create = (each: string) =>
    void navigate({ to: '/campaigns/new', search: { at: `${each}T${hourFor(each, zone)}` } as never });
  const step = (count: number) =>
    onChange({ day: span === 'month' ? addMonths(shown, count) : addDays(shown, count * 7) });

  function onKey(event: KeyboardEvent, each: string) {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (event.target !== event.currentTarget || by === undefined) return;
    event.preventDefault();
    const next = addDays(each, by);
    setCursor(next);
    if (!days.includes(next)) onChange({ day: next });
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  }

  if (calendar.error) return <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />;
  const focusable = days.includes(cursor) ? cursor : days.includes(shown) ? shown : days[0];
  return (
    <div className={styles.calendar}>
      <div className={styles.bar}>
        <ActionIcon variant="default" size="lg" aria-label={t('before')} onClick={() => step(-1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('after')} onClick={() => step(1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <Button variant="default" onClick={() => onChange({ day: null })}>
          {t('today')}
        </Button>
        <strong className={styles.title} aria-live="polite">
          {span === 'month'
            ? dateOf(shown, { month: 'long', year: 'numeric' })
            : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
                new Date(`${days[0]!}T12:00:00Z`),
                new Date(`${days.at(-1)!}T12:00:00Z`),
              )}
        </strong>
        <SegmentedControl
          aria-label={t('span')}
          data={(['month', 'week'] as const).map((value) => ({ value, label: t(value) }))}
          value={span}
          onChange={(value) => onChange({ span: value === 'week' ? 'week' : null })}
        />
      </div>
      {calendar.data?.more && <p className={styles.note}>{t('all')}</p>}
      <div ref={grid} className={styles.grid} data-span={span}>
        {days.slice(0, 7).map((each) => (
          <div key={each} className={styles.weekday} aria-hidden>
            {dateOf(each, { weekday: 'short' })}
          </div>
        ))}
        {days.map((each) => {
          const items = byDay.get(each) ?? [];
          const visible = span === 'week' ? items : items.slice(0, MOST_SHOWN);
          const holiday = holidays.get(each);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a day holds links and a button of its own
            <div
              key={each}
              role="group"
              data-day={each}
              data-today={each === today || undefined}
              data-outside={(span === 'month' && each.slice(0, 7) !== shown.slice(0, 7)) || undefined}
              data-free={mayBegin(each) || undefined}
              data-empty={(items.length === 0 && !holiday) || undefined}
              className={styles.day}
              tabIndex={each === focusable ? 0 : -1}
              aria-label={[dateOf(each), holiday && t(`holiday.${holiday}`)].filter(Boolean).join(', ')}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.target === event.currentTarget && mayBegin(each))
                  create(each);
                else onKey(event, each);
              }}
              onClick={(event) => {
                if (mayBegin(each) && !(event.target as Element).closest('a, button')) create(each);
              }}
              data-target={each === target || undefined}
              onDragOver={(event) => {
                if (!mayBegin(each)) return;
                event.preventDefault();
                setTarget(each);
              }}
              onDragLeave={() => setTarget(null)}
              onDrop={(event) => {
                event.preventDefault();
                setTarget(null);
                const id = event.dataTransfer.getData('text/campaign');
                if (id) move.mutate({ id, to: each });
              }}
            >
              <div className={styles.head}>
                <span className={styles.number}>{Number(each.slice(8))}</span>
                <span className={styles.long}>
                  {dateOf(each, { weekday: 'short', day: 'numeric', month: 'short' })}
                </span>
                {holiday && <span className={styles.holiday}>{t(`holiday.${holiday}`)}</span>}
                {mayBegin(each) && (
                  <ActionIcon
                    className={styles.add}
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('newOn', { date: dateOf(each) })}
                    onClick={() => create(each)}
                  >
                    <IconPlus size={14} />
                  </ActionIcon>
                )}
              </div>
              {visible.map((item) => (
                <Link
                  key={item.id}
                  to="/campaigns/$id"
                  params={{ id: item.id }}
                  className={styles.item}
                  draggable={mayWrite && item.state === 'scheduled'}
                  onDragStart={(event) => event.dataTransfer.setData('text/campaign', item.id)}
                >
                  <span className={styles.name}>{item.name}</span>
                  <span className={styles.meta}>
                    {item.localTime?.slice(11) ?? localClock(item.startedAt ?? item.scheduledAt!, zone)}{' '}
                    <CampaignBadge state={item.state} />
                  </span>
                </Link>
              ))}
              {items.length > visible.length && (
                <button
                  type="button"
                  className={styles.more}
                  onClick={() => onChange({ day: each, span: 'week' })}
                >
                  {t('more', { count: items.length - visible.length })}
                </button>
              )}
            </div>
          );
        })}
      </div>
      {calendar.data?.items.length === 0 && <p className={styles.note}>{t('none')}</p>}
      {asked && (
        <AskReasons
          title={t('askTitle', { name: asked.name, date: dateOf(asked.to) })}
          verdicts={asked.verdicts}
          busy={move.isPending}
          onClose={() => setAsked(null)}
          onGoOn={(reasons) => move.mutate({ id: asked.id, to: asked.to, reasons })}
        />
      )}
    </div>
  );
}

function localDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant));
}

/** Ten o'clock, or the next full hour of a day that has passed it. */
function hourFor(day: string, zone: string): string {
  const next = new Date(Date.now() + 3_600_000).toISOString();
  if (day !== localDay(next, zone)) return '10:00';
  const hour = localClock(next, zone).slice(0, 2);
  return hour > '10' ? `${hour}:00` : '10:00';
}

function localClock(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(new Date(instant));
}
