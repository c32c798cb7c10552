// Keeps campaigns going: feeds those that run, settles those that were stopped, announces figures that moved.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { CAMPAIGN_SIGNAL, type CampaignCall } from '#features/campaigns/campaigns.types.ts';
import {
  announced,
  campaignsAtWork,
  unannouncedWorkspaces,
} from '#features/campaigns/campaigns-engine.store.ts';
import { figuresOf } from '#features/campaigns/show-campaign.ts';
import { awakener } from '#kit/awakener.ts';
import { now } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';
import { feedCampaign } from './feed-campaign.ts';
import { settleCampaign } from './settle-campaign.ts';

const log = logger('campaigns');
const ACTIVE_MS = 150;
/** At most two announcements a second for each campaign. */
const ANNOUNCE_MS = 500;
const actor = { kind: 'system', name: 'campaigns' } as const;

export const campaignsEngine: Engine = {
  name: 'campaigns',
  async run(services, { signals, signal }) {
    const waker = awakener();
    const unsubscribe = signals.on(CAMPAIGN_SIGNAL, waker.wake);
    let announcing = 0;
    while (!signal.aborted) {
      let active = false;
      let more = false;
      try {
        const found = await services.db.asSystem((tx) => campaignsAtWork(tx));
        active = found.length > 0;
        const answers = await Promise.all(found.map((campaign) => work(services, campaign)));
        more = answers.includes(true);
        if (performance.now() >= announcing) {
          announcing = performance.now() + ANNOUNCE_MS;
          await announce(services);
        }
      } catch (error) {
        log.error({ err: error }, 'campaigns could not be looked after, trying again');
      }
      if (!more) await waker.rest(active ? ACTIVE_MS : ANNOUNCE_MS, signal);
    }
    unsubscribe();
  },
};

type AtWork = { workspaceId: string; id: string; settling: boolean };

/** One step of one campaign, unless another process is at it; true when there is more to do at once. */
async function work(services: Services, { workspaceId, id, settling }: AtWork): Promise<boolean> {
  const within = <T>(step: (call: CampaignCall) => Promise<T>): Promise<T | undefined> =>
    services.db.inWorkspace(workspaceId, async (tx) => {
      const call: CampaignCall = { workspaceId, tx, now: now(), actor };
      const lock = await sql<{ held: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${`campaign ${id}`}, 0)) as held`.execute(tx);
      return lock.rows[0]?.held ? step(call) : undefined;
    });
  try {
    if (settling) return (await within((call) => settleCampaign(call, id))) ?? false;
    return (await feedCampaign(services, within, id)) === 'more';
  } catch (error) {
    log.error({ err: error, campaign: id }, 'a campaign could not go on, trying again');
    return false;
  }
}

async function announce(services: Services): Promise<void> {
  for (const workspaceId of await services.db.asSystem((tx) => unannouncedWorkspaces(tx)))
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call: CampaignCall = { workspaceId, tx, now: now(), actor };
      for (const row of await announced(call)) {
        const { excluded, sms, ...figures } = figuresOf(row);
        await publish(call, 'campaign.progress', row.id, figures);
      }
    });
}
