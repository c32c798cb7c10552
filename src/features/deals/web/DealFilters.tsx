// The chips that narrow board and list.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '#features/deals/pipelines.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { DaysChip } from '#web/ui/DaysChip.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import type { DealSearch } from './deal-query.ts';
import { useMemberChoices } from './use-deal-choices.ts';
import { useLostReasons } from './use-lost-reasons.ts';

const ACTIVITIES = ['overdue', 'today', 'planned', 'none'] as const;

type Props = {
  view: 'board' | 'list';
  pipelines: readonly Pipeline[];
  search: DealSearch;
  onChange: (changes: { [K in keyof DealSearch]?: DealSearch[K] | null }) => void;
};

export function DealFilters({ view, pipelines, search, onChange }: Props) {
  const t = useTranslations('deals.filter');
  const members = useMemberChoices();
  const reasons = useLostReasons();
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return (
    <>
      {view === 'list' && (
        <>
          <FilterChip
            label={t('pipeline')}
            value={search.pipeline}
            options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(pipeline) => onChange({ pipeline, inStage: null })}
          />
          <FilterChip
            label={t('stage')}
            value={search.inStage}
            options={stagesOf(pipelines, search.pipeline)}
            onChange={(inStage) => onChange({ inStage })}
          />
          <FilterChip
            label={t('state')}
            value={search.state}
            options={(['open', 'won', 'lost'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(state) => onChange({ state })}
          />
        </>
      )}
      <FilterChip
        label={t('owner')}
        value={search.owner}
        options={[{ value: 'me', label: t('me') }, ...members, { value: 'none', label: t('nobody') }]}
        onChange={(owner) => onChange({ owner })}
      />
      <FilterChip
        label={t('activity')}
        value={search.activity}
        options={ACTIVITIES.map((value) => ({ value, label: t(`activities.${value}`) }))}
        onChange={(activity) => onChange({ activity })}
      />
      <DaysChip
        label={t('created')}
        from={search.createdFrom}
        to={search.createdTo}
        onChange={({ from, to }) => onChange({ createdFrom: from, createdTo: to })}
      />
      <DaysChip
        label={t('closeDate')}
        from={search.closeFrom}
        to={search.closeTo}
        onChange={({ from, to }) => onChange({ closeFrom: from, closeTo: to })}
      />
      {view === 'list' && (search.state === 'won' || search.state === 'lost' || isClosed(search)) && (
        <DaysChip
          label={t('closed')}
          from={search.closedFrom}
          to={search.closedTo}
          onChange={({ from, to }) => onChange({ closedFrom: from, closedTo: to })}
        />
      )}
      {view === 'list' && (search.state === 'lost' || search.lost) && (
        <FilterChip
          label={t('lostReason')}
          value={search.lost}
          options={[...reasons, { value: 'none', label: t('noReason') }]}
          onChange={(lost) => onChange({ lost })}
        />
      )}
      {view === 'list' && search.reached && (
        <FilterChip
          label={t('reached')}
          value={search.reached}
          options={stages
            .filter(({ id }) => id === search.reached)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(reached) => onChange({ reached })}
        />
      )}
      {view === 'list' && search.close && (
        <FilterChip
          label={t('closeDate')}
          value={search.close}
          options={[{ value: 'none', label: t('noDate') }]}
          onChange={(close) => onChange({ close })}
        />
      )}
      {search.contact && <ContactChip id={search.contact} onChange={(contact) => onChange({ contact })} />}
    </>
  );
}

/** With their pipeline, where several are looked at. */
function stagesOf(pipelines: readonly Pipeline[], chosen: string | undefined) {
  const shown = chosen ? pipelines.filter(({ id }) => id === chosen) : pipelines;
  return shown.flatMap((pipeline) =>
    pipeline.stages.map(({ id, name }) => ({
      value: id,
      label: shown.length > 1 ? `${pipeline.name} · ${name}` : name,
    })),
  );
}

function ContactChip({ id, onChange }: { id: string; onChange: (contact: string | null) => void }) {
  const t = useTranslations('deals.filter');
  const mayRead = usePermission('contacts:read');
  const contact = useQuery({ ...api.contacts.get.queryOptions({ input: { id } }), enabled: mayRead });
  const label = contact.data?.displayName ?? '…';
  return <FilterChip label={t('contact')} value={id} options={[{ value: id, label }]} onChange={onChange} />;
}

function isClosed({ closedFrom, closedTo }: DealSearch): boolean {
  return closedFrom !== undefined || closedTo !== undefined;
}
