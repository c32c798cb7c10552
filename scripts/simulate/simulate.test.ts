// The simulation of plans: who follows the guardian keeps the number, who does not is hurt, in the same worlds.
import { describe, expect, it } from 'vitest';
import { BulkWorld, type Order } from '../../simulator/bulk/bulk-world.ts';
import { strictRates } from '../../simulator/world/presets.ts';
import { drawHtml } from './draw-html.ts';
import { drawTerminal } from './draw-terminal.ts';
import { guarded } from './guarded.ts';
import { play } from './play.ts';

const options = { days: 60, seeds: 12, contacts: 10_000, tier: 'TIER_2K' };

describe('sixty days in twelve worlds', () => {
  const [wild, hurried, stubborn, calm] = (['reckless', 'hasty', 'overruling', 'guarded'] as const).map(
    (sender) => play(sender, options),
  );
  it('never ban the guarded sender, and nearly always the reckless one', () => {
    expect([calm!.banned, stubborn!.banned]).toEqual([0, 0]);
    expect(wild!.banned).toBeGreaterThanOrEqual(10);
    expect(hurried!.everRestricted).toBeGreaterThan(0);
  });

  it('let the guarded sender reach nearly everybody, and annoy few', () => {
    expect(calm!.reached).toBeGreaterThan(0.9 * options.contacts);
    expect(calm!.reached).toBeGreaterThan(2 * wild!.reached);
    expect(calm!.blocked / calm!.messages).toBeLessThan(0.3 * (wild!.blocked / wild!.messages));
  });

  it('are drawn', () => {
    const text = drawTerminal([wild!, calm!], options.seeds);
    expect(text).toContain('GUARDED: banned in 0 of 12 seeds');
    expect(drawHtml([wild!, calm!], options).match(/<polyline/g)).toHaveLength(8);
  });

  it('come out alike when played again', () => {
    const few = { ...options, seeds: 2, days: 20 };
    expect(play('reckless', few)).toEqual(play('reckless', few));
  });
});

describe('the guarded sender', () => {
  const world = () =>
    new BulkWorld({
      mix: { recent: 500, cooled: 500, stranger: 4_000 },
      seed: 1,
      usual: strictRates,
      unreachable: 0,
      withheld: 0,
      tier: 'TIER_2K',
      verified: true,
    });
  const people = ({ sends }: Order) => sends.reduce((all, { people: one }) => all + one, 0);

  it('begins with the warmest, within the first week of the plan', () => {
    const order = guarded().decide(world());
    expect(people(order)).toBe(250);
    const chosen = order.sends.filter((send) => send.people > 0);
    expect(chosen.every(({ group }) => group.wroteOn > -30)).toBe(true);
  });

  it('rests for a week when quality is low, then sends little', () => {
    const one = world();
    const player = guarded();
    for (let day = 0; day < 3; day++) player.learn(one, one.live(player.decide(one)));
    const days: number[] = [];
    for (let day = 0; day < 12; day++) {
      one.rating = day === 0 ? 'RED' : 'GREEN';
      const order = player.decide(one);
      days.push(people(order));
      player.learn(one, one.live(order));
    }
    expect(days.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    for (const sent of days.slice(7)) expect(sent).toBeLessThanOrEqual(300);
    expect(days[8]).toBeGreaterThan(0);
  });
});
