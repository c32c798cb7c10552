// One import of deals: how its file was understood, running, or over.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#web/api.ts';
import { DealFileStep } from './DealFileStep.tsx';
import { ImportFrame } from './ImportFrame.tsx';
import { isMoving, LOOK_AGAIN_MS } from './import-states.ts';

export function DealImportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    ...api.dealImports.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? LOOK_AGAIN_MS : false),
  });
  return (
    <ImportFrame
      of="deals"
      query={query}
      waiting={(found) => <DealFileStep key={found.id} found={found} />}
    />
  );
}
