// The stage of a deal as a badge: won, lost, or on the way.
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const TONES = { open: 'accent', won: 'good', lost: 'bad' } as const;

export function StageMark({ stage }: { stage: Pick<Deal['stage'], 'name' | 'kind'> }) {
  return (
    <StatusBadge tone={TONES[stage.kind]} dot={stage.kind === 'open'}>
      {stage.name}
    </StatusBadge>
  );
}
