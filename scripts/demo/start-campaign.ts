// Starts a campaign to simulated customers: whatever the guardian lets a person answer is answered so.
import type { Server } from './api.ts';

export async function startCampaign(api: Server['api'], id: string): Promise<void> {
  const { verdicts } = await api.campaigns.preflight({ id });
  const open = verdicts.filter(({ endedBy }) => endedBy === 'administrator' || endedBy === 'owner');
  const reason = 'These customers are simulated.';
  await api.campaigns.start({ id, reasons: open.map(({ rule }) => ({ rule, reason })) });
}
