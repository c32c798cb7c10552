// The main job, by the public API alone: import, template and its review, campaign, until every message is settled.
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from './api.ts';
import { approvedTemplate } from './approved-template.ts';
import { importContacts } from './import-contacts.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { Report } from './report.ts';
import type { Simulator } from './simulator.ts';
import { startCampaign } from './start-campaign.ts';

export type Journey = {
  server: Server;
  simulator: Simulator;
  csv: Blob;
  say(line: string): void;
  bar(): ProgressBar;
};

const POLL_MS = 200;
/** Nothing moved for this long: what is still open will not settle. */
const PATIENCE_MS = 120_000;

/** Answers the report and the template's name, by which the simulator kept its own account. */
export async function runJourney(
  journey: Journey,
): Promise<{ report: Report; template: string; phoneNumberId: string }> {
  const began = performance.now();
  // Names of one run must differ from those of the run before.
  const mark = Date.now().toString(36);
  const number = await simulatedNumber(journey);
  const list = await journey.server.api.lists.create({ name: `Demo ${mark}`, origin: 'customers' });
  const imported = await importContacts(journey, list.id);
  const template = await approvedTemplate(journey, `demo_offer_${mark}`);
  const figures = await sendCampaign(journey, {
    name: `Demo ${mark}`,
    listId: list.id,
    templateId: template.id,
    numberId: number.id,
  });
  const report: Report = {
    contacts: imported.rows,
    imported: imported.created + imported.updated + imported.skipped,
    rejected: imported.rejected,
    sent: figures.sent,
    delivered: figures.delivered,
    read: figures.read,
    failed: figures.failed,
    replied: figures.replied,
    optedOut: figures.optedOut,
    seconds: Number(((performance.now() - began) / 1000).toFixed(1)),
  };
  return { report, template: template.name, phoneNumberId: number.phoneNumberId };
}

async function simulatedNumber({ server, say }: Journey) {
  const { items } = await server.api.numbers.list({});
  const simulated = items.find((number) => number.simulated);
  if (simulated) return simulated;
  if (items.length > 0)
    throw new Error('This workspace has a real number: the demo sends to simulated ones only.');
  say('Connecting a simulated number …');
  return server.api.numbers.connectSimulator({});
}

type Wish = { name: string; listId: string; templateId: string; numberId: string };

async function sendCampaign({ server, simulator, say, bar }: Journey, wish: Wish) {
  const { api } = server;
  const draft = await api.campaigns.create({
    name: wish.name,
    numberId: wish.numberId,
    templateId: wish.templateId,
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'there' } },
    audience: { listIds: [wish.listId] },
  });
  await startCampaign(api, draft.id);
  say('Sending the campaign …');
  const progress = bar();
  let before = '';
  let movedAt = performance.now();
  for (;;) {
    const campaign = await api.campaigns.get({ id: draft.id });
    const { figures, state, pausedReason } = campaign;
    const settled = figures.sent + figures.failed;
    progress.show(
      settled,
      figures.audience,
      `${figures.delivered} delivered, ${figures.read} read, ${figures.failed} failed`,
    );
    if (state === 'paused') throw new Error(`The campaign paused: ${pausedReason?.text ?? 'by hand'}`);
    const nothingUnderWay = state === 'completed' && (await simulator.isIdle());
    const now = JSON.stringify(figures);
    if (now !== before) movedAt = performance.now();
    // Settled: nothing is under way at the simulator, and nothing has moved here since.
    else if (nothingUnderWay && performance.now() - movedAt > 1_000) {
      progress.end();
      return figures;
    } else if (performance.now() - movedAt > PATIENCE_MS)
      throw new Error(`The campaign does not settle: ${now}`);
    before = now;
    await wait(POLL_MS);
  }
}
