// The sign of how far a message of ours got, the same in the list and in the thread.
import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import type { Message } from '#features/conversations/conversations.contract.ts';

export function tickIcon(state: Message['state'] | null) {
  if (state === 'failed') return IconAlertCircle;
  if (state === 'delivered' || state === 'read') return IconChecks;
  return state === 'queued' || state === 'uncertain' ? IconClock : IconCheck;
}
