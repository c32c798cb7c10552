// Goes on with what was written and did not reach the server, on whatever page one is: answers and drafts.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { draftsOf } from '#features/conversations/web/drafts/browser-drafts.ts';
import { useSession } from '#web/session.ts';
import { outboxOf } from './browser-outbox.ts';

export function KeptWork({ workspaceId }: { workspaceId: string }) {
  const { user } = useSession();
  const queryClient = useQueryClient();
  useEffect(() => {
    outboxOf(queryClient, user.id, workspaceId);
    draftsOf(queryClient, user.id, workspaceId);
  }, [queryClient, user.id, workspaceId]);
  return null;
}
