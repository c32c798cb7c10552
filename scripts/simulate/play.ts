// Plays every sender in the same worlds, seed by seed, and sums the days up.
import { BulkWorld } from '../../simulator/bulk/bulk-world.ts';
import { Dice } from '../../simulator/world/dice.ts';
import { strictRates } from '../../simulator/world/presets.ts';
import { guarded } from './guarded.ts';
import { hasty, reckless } from './reckless.ts';
import type { Player, PlayerName } from './sender.ts';

export interface PlayOptions {
  days: number;
  seeds: number;
  contacts: number;
  /** Tier from which the business starts, as read from the number. */
  tier: string;
}

/** One day over all seeds. */
export interface DayOfPlay {
  /** People reached by now, and messages read by now: means. */
  reached: number;
  read: number;
  /** Shares of the seeds. */
  yellow: number;
  red: number;
  restricted: number;
  banned: number;
}

export interface Played {
  sender: PlayerName;
  days: DayOfPlay[];
  banned: number;
  firstBanOn: number | null;
  everRed: number;
  everRestricted: number;
  templatesDisabled: number;
  /** Means per seed. */
  people: number;
  reached: number;
  messages: number;
  replies: number;
  optedOut: number;
  blocked: number;
  reported: number;
}

export const players: Record<PlayerName, () => Player> = {
  reckless,
  hasty,
  overruling: () => guarded({ heedsWarnings: false }),
  guarded: () => guarded(),
};

export function play(sender: PlayerName, options: PlayOptions): Played {
  const { days, seeds } = options;
  const played = blank(sender, options);
  for (let seed = 1; seed <= seeds; seed++) {
    const world = worldFor(seed, options);
    const player = players[sender]();
    const sums = { reached: 0, read: 0 };
    const ever = { red: false, restricted: false };
    for (let day = 0; day < days; day++) {
      const outcome = world.live(player.decide(world));
      player.learn(world, outcome);
      sums.reached += outcome.firstTime;
      sums.read += outcome.read;
      const { banned, restrictedUntil } = world.standing;
      if (banned && outcome.sanctions.includes('banned'))
        played.firstBanOn = Math.min(played.firstBanOn ?? days, day);
      ever.red ||= world.rating === 'RED';
      ever.restricted ||= outcome.sanctions.includes('restricted');
      const row = played.days[day]!;
      row.reached += sums.reached / seeds;
      row.read += sums.read / seeds;
      row.yellow += Number(world.rating === 'YELLOW') / seeds;
      row.red += Number(world.rating === 'RED') / seeds;
      row.restricted += Number(restrictedUntil !== undefined) / seeds;
      row.banned += Number(banned) / seeds;
      played.messages += outcome.delivered / seeds;
      played.replies += outcome.replied / seeds;
      played.optedOut += outcome.optedOut / seeds;
      played.blocked += outcome.blocked / seeds;
      played.reported += outcome.reported / seeds;
    }
    played.banned += Number(world.standing.banned);
    played.everRed += Number(ever.red);
    played.everRestricted += Number(ever.restricted);
    played.templatesDisabled += world.templatesDisabled / seeds;
    played.reached += sums.reached / seeds;
  }
  return played;
}

/** Worlds differ: how many of the list ever wrote, and how much people stand. Every sender meets the same ones. */
function worldFor(seed: number, { contacts, tier }: PlayOptions): BulkWorld {
  const dice = new Dice(seed * 7 + 3);
  const strangers = 0.3 + 0.4 * dice.roll();
  const recent = Math.round(contacts * (1 - strangers) * (0.2 + 0.2 * dice.roll()));
  const stranger = Math.round(contacts * strangers);
  const harshness = 0.6 + 1.4 * dice.roll() * dice.roll();
  const { muted, blocked, reported } = strictRates;
  return new BulkWorld({
    mix: { recent, cooled: contacts - recent - stranger, stranger },
    seed,
    usual: {
      ...strictRates,
      muted: muted * harshness,
      blocked: blocked * harshness,
      reported: reported * harshness,
    },
    unreachable: strictRates.failed,
    withheld: strictRates.withheld,
    tier,
    verified: true,
  });
}

function blank(sender: PlayerName, { days, contacts }: PlayOptions): Played {
  const day = () => ({ reached: 0, read: 0, yellow: 0, red: 0, restricted: 0, banned: 0 });
  return {
    sender,
    days: Array.from({ length: days }, day),
    banned: 0,
    firstBanOn: null,
    everRed: 0,
    everRestricted: 0,
    templatesDisabled: 0,
    people: contacts,
    reached: 0,
    messages: 0,
    replies: 0,
    optedOut: 0,
    blocked: 0,
    reported: 0,
  };
}
