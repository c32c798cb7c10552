// Starts campaigns in tests past the guardian: every warning gets a reason.
import type { Client } from './workspace.ts';

/** A reason for each rule that stands in a campaign's way and that somebody may overrule. */
export async function reasonsFor(client: Client, id: string) {
  const { verdicts } = await client.campaigns.preflight({ id });
  return verdicts
    .filter(({ outcome, answer }) => (outcome === 'warn' || outcome === 'block') && answer === null)
    .filter(({ endedBy }) => endedBy === 'administrator' || endedBy === 'owner')
    .map(({ rule }) => ({ rule, reason: 'The test knows what it does.' }));
}

export async function startAnyway(client: Client, id: string) {
  return client.campaigns.start({ id, reasons: await reasonsFor(client, id) });
}
