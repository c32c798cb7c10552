// The currencies that an amount can have: those in common use first.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#web/api.ts';

const OFTEN = ['EUR', 'USD', 'GBP', 'CHF'];

/** `chosen` is among them, whatever it is. */
export function useCurrencies(chosen: string): string[] {
  return useMemo(() => {
    const all = Intl.supportedValuesOf('currency');
    const first = [...new Set([chosen, ...OFTEN])].filter(Boolean);
    return [...first, ...all.filter((code) => !first.includes(code))];
  }, [chosen]);
}

/** The workspace's own currency; undefined until it is known. */
export function useHomeCurrency(): string | undefined {
  return useQuery({ ...api.dealSettings.get.queryOptions({ input: {} }), staleTime: 300_000 }).data?.currency;
}
