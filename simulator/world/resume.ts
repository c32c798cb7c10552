// After a restart: messages that were under way go on, and lately told statuses are told once more.

import { deliver, deliverLater } from './delivery.ts';
import type { Message } from './messages.ts';
import { tellStatus } from './statuses.ts';
import type { World } from './world.ts';

/** Statuses younger than this may not have reached their receiver before the stop. */
const LATELY_MS = 120_000;

/** Carries on from where the message was. */
export function resume(world: World, message: Message): void {
  if (message.state === 'accepted') deliver(world, message);
  else if (message.state === 'sent' && message.type !== 'reaction') deliverLater(world, message);
}

/** Tells the known statuses again; receivers expect duplicates. */
export function retell(world: World, message: Message): void {
  const since = world.clock.now() - LATELY_MS;
  for (const status of ['sent', 'delivered', 'read', 'played', 'failed'] as const) {
    const at = message.stateAt[status];
    if (at === undefined || at < since) continue;
    const errorCode = status === 'failed' ? message.errorCode : undefined;
    tellStatus(world, message, {
      status,
      at,
      pricing: status === 'read' ? undefined : message.price,
      errorCode,
    });
  }
}
