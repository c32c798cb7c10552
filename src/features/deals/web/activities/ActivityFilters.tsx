// What narrows the page of activities: when they are due, with how many each; whose, of which kind and pipeline.
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { ACTIVITY_KINDS } from '#features/deals/deal-shapes.contract.ts';
import { useMemberChoices } from '#features/deals/web/use-deal-choices.ts';
import { api } from '#web/api.ts';
import { useSession } from '#web/session.ts';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import styles from './Activities.module.css';
import { type ActivitySearch, whoseOf } from './activity-query.ts';

const TABS = ['to_do', 'overdue', 'today', 'planned', 'done'] as const;
/** What was planned becomes overdue by itself. */
const AGAIN_MS = 60_000;

export function ActivityFilters() {
  const t = useTranslations('dealActivities');
  const words = useTranslations('deals.filter');
  const format = useFormatter();
  const me = useSession().user.id;
  const members = useMemberChoices();
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} })).data?.items ?? [];
  const [search, setSearch] = useFilters<ActivitySearch>();
  const counts = useQuery({
    ...api.dealActivities.counts.queryOptions({ input: whoseOf(search) }),
    refetchInterval: AGAIN_MS,
  }).data;
  const countOf = (tab: (typeof TABS)[number]) =>
    counts && (tab === 'overdue' || tab === 'today' || tab === 'planned') ? counts[tab] : undefined;
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('tabs.label')}
        value={search.due ?? 'to_do'}
        onChange={(tab) =>
          setSearch({ due: tab === 'to_do' ? null : (tab as ActivitySearch['due'] & string) })
        }
        data={TABS.map((tab) => {
          const count = countOf(tab);
          return {
            value: tab,
            label: (
              <span className={styles.tab}>
                {t(`tabs.${tab}`)}
                {count !== undefined && <small className="figures">{format.number(count)}</small>}
              </span>
            ),
          };
        })}
      />
      <FilterChip
        label={t('form.owner')}
        value={search.by ?? 'me'}
        options={[
          { value: 'me', label: words('me') },
          { value: 'all', label: t('everybody') },
          ...members.filter(({ value }) => value !== me),
        ]}
        onChange={(by) => setSearch({ by: by === 'me' ? null : by })}
      />
      <FilterChip
        label={t('form.kind')}
        value={search.kind}
        options={ACTIVITY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => setSearch({ kind })}
      />
      <FilterChip
        label={words('pipeline')}
        value={search.pipeline}
        options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(pipeline) => setSearch({ pipeline })}
      />
    </>
  );
}
