// Turns what happened to deals into events that are to be told, written once whatever comes twice.
import { enqueue } from '#jobs/jobs.ts';
import type { OwnCall } from '#operations/in-call.ts';
import { insertConversions } from './conversion-events.store.ts';
import { readDealNews, readPeople } from './conversion-people.store.ts';
import { lockSettings } from './conversion-settings.store.ts';
import { sendConversionsJob, sendOptions } from './jobs/send-conversions.job.ts';
import { tellConversions } from './tell-conversions.ts';
import { conversionsOf, wantedOf } from './wanted-conversions.ts';

/** The settings stay locked: what is noted before they are switched off is there to be left out. */
export async function noteDeals(call: OwnCall, eventIds: readonly string[]): Promise<void> {
  const settings = await lockSettings(call);
  if (!settings?.enabled_since) return;
  const { enabled_since: since } = settings;
  const wanted = (await readDealNews(call, eventIds)).flatMap((news) => wantedOf(news, since));
  if (wanted.length === 0) return;
  const contactIds = [...new Set(wanted.flatMap((one) => one.contactIds))];
  const people = await readPeople(call, settings.account_id, contactIds);
  const rules = { subscribedOnly: settings.subscribed_only };
  const deals = await insertConversions(
    call,
    wanted.flatMap((one) => conversionsOf(one, people, rules)),
  );
  if (deals.length === 0) return;
  await tellConversions(call, deals);
  const { workspaceId } = call;
  await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
}
