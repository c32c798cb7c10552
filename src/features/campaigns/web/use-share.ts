// Spells a share as a percentage in the person's language.
import { useFormatter } from 'use-intl';

/** A dash where there is nothing to take a share of. */
export function useShare(): (share: number | null) => string {
  const format = useFormatter();
  return (share) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 1 });
}
