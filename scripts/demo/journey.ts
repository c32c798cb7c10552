// The main job, by the public API alone: import, template and its review, campaign, until every message is settled.
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from './api.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { Report } from './report.ts';
import type { Simulator } from './simulator.ts';

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
  const list = await journey.server.api.lists.create({ name: `Demo ${mark}` });
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

async function importContacts({ server, csv, say, bar }: Journey, listId: string) {
  say('Importing the contacts …');
  const uploaded = (await server.upload('/api/v1/imports?fileName=demo.csv', csv)) as {
    id: string;
    totalBytes: number;
  };
  const found = await server.api.imports.get({ id: uploaded.id });
  const { encoding, delimiter, hasHeader, mapping } = found.detected;
  await server.api.imports.start({
    id: uploaded.id,
    options: {
      encoding,
      delimiter,
      hasHeader,
      columns: mapping,
      country: 'IT',
      existing: 'update',
      listIds: [listId],
      consent: { value: 'subscribed', source: 'Demo' },
    },
  });
  const progress = bar();
  for (;;) {
    const now = await server.api.imports.get({ id: uploaded.id });
    progress.show(
      now.rows,
      Math.max(now.rows, Math.round((now.rows * now.totalBytes) / (now.doneBytes || 1))),
      'rows read',
    );
    if (now.state === 'completed') {
      progress.end();
      return now;
    }
    if (now.state === 'failed' || now.state === 'cancelled')
      throw new Error(now.failure ?? `The import is ${now.state}.`);
    await wait(POLL_MS);
  }
}

async function approvedTemplate({ server, say }: Journey, name: string) {
  say('Writing a template and having it reviewed …');
  const draft = await server.api.templates.create({
    name,
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'text', text: 'A gift for the holidays' },
      body: {
        text: 'Hello {{1}}, the winter collection of Bottega Aurora is here. Show this message in the shop and take 15% off until Sunday.',
        examples: { 1: 'Anna' },
      },
      footer: 'Bottega Aurora, Via dei Fiori 4, Roma',
      buttons: [
        { kind: 'quick_reply', text: 'Tell me more' },
        { kind: 'quick_reply', text: 'Stop promotions' },
      ],
    },
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'there' } },
  });
  await server.api.templates.submit({ id: draft.id });
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const now = await server.api.templates.get({ id: draft.id });
    if (now.status === 'approved') return now;
    if (now.status !== 'pending')
      throw new Error(`The template is ${now.status}: ${now.statusReason ?? 'no reason given'}.`);
    await wait(POLL_MS);
  }
  throw new Error('The review of the template takes too long.');
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
  await api.campaigns.start({ id: draft.id });
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
