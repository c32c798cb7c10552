// One import of contacts: matching the columns, running, or over.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#web/api.ts';
import { ImportFrame } from './ImportFrame.tsx';
import { isMoving, LOOK_AGAIN_MS } from './import-states.ts';
import { MappingStep } from './MappingStep.tsx';

export function ImportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    ...api.imports.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? LOOK_AGAIN_MS : false),
  });
  return (
    <ImportFrame
      of="contacts"
      query={query}
      search={({ options }): Record<string, string> => {
        const list = options?.listIds[0];
        return list ? { list } : {};
      }}
      waiting={(found) => <MappingStep key={found.id} found={found} />}
    />
  );
}
