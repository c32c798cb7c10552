// Chooses one deal by its name or reference.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';

type Props = { onChange: (chosen: Deal | null) => void; error?: string | undefined };

export function DealChoice({ onChange, error }: Props) {
  const t = useTranslations('dealActivities');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Deal | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  // The chosen one's own label stands in the input: it is not searched for.
  const asked = chosen && labelOf(chosen) === search ? '' : search;
  const input = {
    limit: 20,
    sort: '-updated' as const,
    ...(asked ? { search: asked } : { state: 'open' as const }),
  };
  const found = useQuery({ ...api.deals.list.queryOptions({ input }), placeholderData: keepPreviousData });
  const deals = found.data?.items ?? [];
  const all = chosen && !deals.some(({ id }) => id === chosen.id) ? [...deals, chosen] : deals;
  return (
    <Select
      label={t('deal')}
      placeholder={t('form.dealHelp')}
      data-autofocus
      data={all.map((deal) => ({ value: deal.id, label: labelOf(deal) }))}
      value={chosen?.id ?? null}
      searchable
      clearable
      error={error}
      // The server has searched already.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={found.isPending ? undefined : t('form.noDeal')}
      maxDropdownHeight={260}
      onChange={(id) => {
        const deal = all.find((one) => one.id === id) ?? null;
        setChosen(deal);
        onChange(deal);
      }}
    />
  );
}

function labelOf({ title, stage, reference }: Deal): string {
  return [title, reference, stage.name].filter(Boolean).join(' · ');
}
