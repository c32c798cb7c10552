// The chaos run of sending: a campaign under blows, then both accounts compared.
import { setTimeout as wait } from 'node:timers/promises';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { approvedTemplate } from '../scripts/demo/approved-template.ts';
import { importContacts } from '../scripts/demo/import-contacts.ts';
import { progressBar } from '../scripts/demo/progress-bar.ts';
import { startCampaign } from '../scripts/demo/start-campaign.ts';
import { type Comparison, compare, type OurRecipient } from './compare.ts';
import { csvOf } from './contacts-csv.ts';
import type { ChaosOptions } from './options.ts';
import { persistently } from './persistently.ts';
import { type Place, startPlace } from './place.ts';
import { inWords, planBlows } from './plan.ts';
import { strike } from './strike.ts';

export type ChaosResult = Comparison & {
  contacts: number;
  seed: number;
  /** What was done, in order. */
  blows: { second: number; accepted: number; what: string }[];
  state: Campaign['state'];
  /** Accepted by the simulator, by our last look. */
  accepted: number;
  webhooks: { posts: number; refused: number };
  secondsToSend: number;
  secondsToSettle: number;
};

const LOOK_MS = 100;
/** Both accounts stand still for so long: nothing more will come. */
const STILL_MS = 2_500;
const BLOWS_TAKE_AT_MOST_S = 3_600;
const SETTLES_WITHIN_MS = 120_000;

export async function runSendChaos(options: ChaosOptions, say: (line: string) => void): Promise<ChaosResult> {
  say('Starting PostgreSQL, the simulator and the product …');
  const place = await startPlace(options);
  try {
    return await sendUnderBlows(place, options, say);
  } finally {
    await place.close();
  }
}

/** The place must be empty. */
export async function sendUnderBlows(
  place: Place,
  options: Omit<ChaosOptions, 'databaseUrl' | 'logs'>,
  say: (line: string) => void,
): Promise<ChaosResult> {
  const { campaignId, numberId, template } = await prepare(place, options, say);
  const accepted = async () => (await place.control.account(numberId, template)).accepted;
  const began = performance.now();
  const second = () => Math.round((performance.now() - began) / 100) / 10;
  const end = began + (options.patience ?? BLOWS_TAKE_AT_MOST_S) * 1_000;
  await startCampaign(place.server.api, campaignId);
  const blows: ChaosResult['blows'] = [];
  const under: Promise<void>[] = [];
  for (const blow of planBlows(options)) {
    while ((await accepted()) < blow.at && performance.now() < end) await wait(LOOK_MS / 4);
    if (performance.now() >= end) break;
    await wait(blow.afterMs);
    const what = inWords(blow, place.processNames);
    blows.push({ second: second(), accepted: await accepted(), what });
    say(`${String(second()).padStart(7)} s  ${String(blows.at(-1)!.accepted).padStart(7)}  ${what}`);
    under.push((await strike(place, campaignId, blow)).over);
  }
  await Promise.all(under);
  say('All blows have fallen; waiting until everything is settled …');
  let sentAt = 0;
  const campaign = await settled(place, campaignId, endOfWait(options, began, end), async (figures) => {
    if (sentAt === 0 && figures.waiting + figures.queued === 0) sentAt = second();
  });
  const secondsToSettle = second();
  const [recipients, overview, messages, account] = await Promise.all([
    recipientsOf(place, campaignId),
    place.server.api.reports.overview({}),
    place.control.messages(numberId, template),
    place.control.account(numberId, template),
  ]);
  const { contacts, seed } = options;
  const { figures } = campaign;
  const comparison = compare({
    contacts,
    figures,
    overview: overview.periods.week,
    recipients,
    messages,
    account,
  });
  if (campaign.state !== 'completed')
    comparison.findings.push(
      `The campaign is ${campaign.state} (${campaign.pausedReason?.text ?? 'no reason given'}): ${JSON.stringify(figures)}`,
    );
  const hooks = await place.control.get<{ posts: number; refused: number }[]>('/webhooks');
  return {
    ...comparison,
    contacts,
    seed,
    blows,
    state: campaign.state,
    accepted: account.accepted,
    webhooks: {
      posts: hooks.reduce((sum, hook) => sum + hook.posts, 0),
      refused: hooks.reduce((sum, hook) => sum + hook.refused, 0),
    },
    secondsToSend: sentAt,
    secondsToSettle,
  };
}

/** What is uncertain waits up to four times as long as everything was hit, and is then sent and read. */
function endOfWait(
  { patience, proofWait }: Pick<ChaosOptions, 'patience' | 'proofWait'>,
  began: number,
  end: number,
) {
  if (patience !== null) return end;
  const at = performance.now();
  return at + 4 * (at - began) + 2 * proofWait * 1_000 + SETTLES_WITHIN_MS;
}

/** A number with room for the run, contacts, an approved template and a campaign that has not begun. */
async function prepare(
  place: Place,
  options: Pick<ChaosOptions, 'seed' | 'rate' | 'contacts'>,
  say: (line: string) => void,
) {
  const { server, control } = place;
  await control.post('/settings', {
    preset: 'exact',
    seed: options.seed,
    delays: { sent: [0, 300], delivered: [50, 1_500], read: [100, 3_000] },
    rates: { failed: 0.02, read: 0.8 },
    limits: { throughputPerSecond: 80, uniqueUsers: 0 },
    webhooks: { waitMs: 15, duplicateRate: 0.1, reorder: true, timeoutMs: 3_000 },
  });
  const keys = await control.get<{
    waba_id: string;
    app_id: string;
    app_secret: string;
    access_token: string;
    phone_numbers: { id: string }[];
  }>('/business');
  const phoneNumberId = keys.phone_numbers[0]!.id;
  if (options.rate === 1000) await control.post(`/phone-numbers/${phoneNumberId}`, { throughput: 'HIGH' });
  const number = await server.api.numbers.connect({
    wabaId: keys.waba_id,
    phoneNumberId,
    appId: keys.app_id,
    appSecret: keys.app_secret,
    token: keys.access_token,
  });
  const list = await server.api.lists.create({ name: 'Everybody', origin: 'customers' });
  const bar = () => progressBar(process.stderr);
  await importContacts({ server, csv: new Blob([csvOf(options.contacts)]), say, bar }, list.id);
  const template = await approvedTemplate({ server, say }, 'chaos_offer');
  const campaign = await server.api.campaigns.create({
    name: 'Chaos',
    numberId: number.id,
    templateId: template.id,
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'there' } },
    audience: { listIds: [list.id] },
  });
  return { campaignId: campaign.id, numberId: phoneNumberId, template: template.name };
}

/** The campaign when neither account moves any more, or as it is when time is over. */
async function settled(
  { server, control }: Place,
  id: string,
  end: number,
  look: (figures: Campaign['figures']) => Promise<void>,
): Promise<Campaign> {
  let before = '';
  let still = performance.now();
  for (;;) {
    const campaign = await persistently(() => server.api.campaigns.get({ id }), end);
    await look(campaign.figures);
    const now = JSON.stringify(campaign);
    const over = campaign.state === 'completed' || campaign.state === 'paused';
    if (now !== before || !over || !(await control.isIdle())) still = performance.now();
    before = now;
    if (performance.now() - still > STILL_MS || performance.now() > end) return campaign;
    await wait(LOOK_MS);
  }
}

async function recipientsOf({ server }: Place, id: string): Promise<OurRecipient[]> {
  const found: OurRecipient[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.api.campaigns.recipients({ id, limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}
