// The form of a new activity, fetched when somebody asks for it: for one deal, or for one that is chosen in it.
import { lazy, Suspense } from 'react';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { useSession } from '#web/session.ts';

const ActivityDialog = lazy(async () => ({ default: (await import('./ActivityDialog.tsx')).ActivityDialog }));

type Props = { deal?: Pick<Deal, 'id' | 'owner'>; onClose: () => void };

export function PlanActivity({ deal, onClose }: Props) {
  const me = useSession().user.id;
  return (
    <Suspense>
      <ActivityDialog {...(deal ? { deal } : {})} ownerId={deal?.owner?.userId ?? me} onClose={onClose} />
    </Suspense>
  );
}
