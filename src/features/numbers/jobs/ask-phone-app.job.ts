// Asks the phone app that shares a number for its address book and its past; what WhatsApp refuses is kept to be seen.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { type Refusal, saveRefusal } from '#features/numbers/number-histories.store.ts';
import { findNumber } from '#features/numbers/numbers.store.ts';
import { providerForNumber } from '#features/numbers/providers.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { Id } from '#operations/operation.ts';
import { ProviderError, type WhatsAppProvider } from '#whatsapp/port.ts';

/** Meta's codes for: asked before; more than 24 hours ago; the owner shares nothing. */
const ASKED_BEFORE = 2593107;
const TOO_LATE = 2593108;
const DECLINED = 2593109;

export const askPhoneAppJob = defineJob({
  name: 'numbers.ask_phone_app',
  payload: z.object({ workspaceId: Id, id: Id }),
  // With the queue's pauses about a day: later nothing is handed over anyway.
  maxAttempts: 11,
  async run(services, { workspaceId, id }) {
    const { db } = services;
    const provider = await db.inWorkspace(workspaceId, async (tx) =>
      (await findNumber({ tx, workspaceId }, id))
        ? providerForNumber({ tx, workspaceId, services }, id)
        : undefined,
    );
    if (!provider) return;
    await ask(provider, 'contacts');
    const refusal = await ask(provider, 'history');
    await db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'phone app' } as const };
      await saveRefusal(call, id, refusal);
      await publish(call, 'number.changed', id, {});
    });
  },
});

/** Null when it will be handed over. Throws what may work later. */
async function ask(provider: WhatsAppProvider, what: 'contacts' | 'history'): Promise<Refusal | null> {
  try {
    await provider.requestPhoneApp(what);
    return null;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.failure.retry !== 'no') throw error;
    const { code, message, detail } = error.failure;
    if (code === ASKED_BEFORE) return null;
    if (code === DECLINED) return { kind: 'declined' };
    return { kind: 'refused', why: code === TOO_LATE ? 'late' : (detail ?? message) };
  }
}
