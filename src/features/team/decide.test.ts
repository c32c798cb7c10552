// Who gets a conversation: fair, the same for the same facts, never somebody who is not to get it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssignmentRule } from './assignment.contract.ts';
import { type Asked, type Colleague, decide } from './decide.ts';

const rule = (over: Partial<AssignmentRule> = {}): AssignmentRule => ({
  id: 'r1',
  name: 'Rule',
  way: 'round_robin',
  numberIds: [],
  tagIds: [],
  languages: [],
  userIds: [],
  inHours: true,
  ifOnline: true,
  mostOpen: null,
  ...over,
});
const person = (userId: string, over: Partial<Colleague> = {}): Colleague => ({
  userId,
  isAtWork: true,
  state: 'online',
  open: 0,
  turns: new Map(),
  ...over,
});
const nobody: Asked = { numberId: null, tagIds: [], language: null, lastUserId: null };

const names = ['a', 'b', 'c', 'd', 'e'];
const people = fc.subarray(names, { minLength: 0 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((userId) =>
      fc.record({
        userId: fc.constant(userId),
        isAtWork: fc.boolean(),
        state: fc.constantFrom('online', 'away', 'busy', 'offline' as const),
        open: fc.nat(5),
        turns: fc
          .option(fc.nat(100), { nil: undefined })
          .map((at) => new Map(at === undefined ? [] : [['r1', at]])),
      }),
    ),
  ),
) as fc.Arbitrary<Colleague[]>;
const rules = fc.array(
  fc.record({
    way: fc.constantFrom('keep_last', 'round_robin', 'least_busy' as const),
    inHours: fc.boolean(),
    ifOnline: fc.boolean(),
    mostOpen: fc.option(fc.integer({ min: 1, max: 5 })),
    userIds: fc.subarray(names),
    languages: fc.subarray(['it', 'es']),
  }),
  { maxLength: 4 },
);
const asked = fc.record({
  numberId: fc.constant(null),
  tagIds: fc.constant([]),
  language: fc.constantFrom('it', 'es', 'en', null),
  lastUserId: fc.constantFrom(...names, null),
});

describe('deciding', () => {
  it('never names somebody whom the rule leaves out, and says why of everybody', () => {
    fc.assert(
      fc.property(rules, people, asked, (some, colleagues, about) => {
        const all = some.map((each, i) => rule({ ...each, id: `r${i}` }));
        const verdict = decide(all, colleagues, about);
        const decided = all.find(({ id }) => id === verdict.ruleId);
        expect(decided === undefined).toBe(verdict.userId === null);
        if (!decided) return;
        const chosen = colleagues.find(({ userId }) => userId === verdict.userId)!;
        expect(chosen.state).not.toBe('busy');
        if (decided.ifOnline) expect(chosen.state).toBe('online');
        if (decided.inHours) expect(chosen.isAtWork).toBe(true);
        if (decided.mostOpen !== null) expect(chosen.open).toBeLessThan(decided.mostOpen);
        if (decided.userIds.length > 0) expect(decided.userIds).toContain(chosen.userId);
        if (decided.way === 'keep_last') expect(chosen.userId).toBe(about.lastUserId);
        const last = verdict.tried.at(-1)!;
        expect(last.people.filter(({ reason }) => reason === 'chosen')).toEqual([
          { userId: chosen.userId, reason: 'chosen' },
        ]);
      }),
    );
  });

  it('does not depend on the order in which people are read', () => {
    fc.assert(
      fc.property(rules, people, asked, (some, colleagues, about) => {
        const all = some.map((each, i) => rule({ ...each, id: `r${i}` }));
        const { userId } = decide(all, colleagues, about);
        expect(decide(all, colleagues.toReversed(), about).userId).toBe(userId);
      }),
    );
  });

  it('round robin: among those who are there nobody gets two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }), (count, times) => {
        const given = new Map<string, number>();
        const turns = new Map<string, number>();
        for (let now = 0; now < times; now++) {
          const colleagues = names
            .slice(0, count)
            .map((id) => person(id, { turns: new Map(turns.has(id) ? [['r1', turns.get(id)!]] : []) }));
          const { userId } = decide([rule()], colleagues, nobody);
          turns.set(userId!, now);
          given.set(userId!, (given.get(userId!) ?? 0) + 1);
        }
        const counts = names.slice(0, count).map((id) => given.get(id) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('least busy: who has fewest; the last one: whoever it was; else the next rule', () => {
    const colleagues = [person('a', { open: 3 }), person('b', { open: 1 }), person('c', { open: 9 })];
    const least = rule({ id: 'r2', way: 'least_busy' });
    expect(decide([least], colleagues, nobody)).toMatchObject({ userId: 'b', ruleId: 'r2' });
    const keep = rule({ way: 'keep_last' });
    const before = { ...nobody, lastUserId: 'c' };
    expect(decide([keep, least], colleagues, before)).toMatchObject({ userId: 'c', ruleId: 'r1' });
    const gone = colleagues.map((each) => (each.userId === 'c' ? { ...each, state: 'away' as const } : each));
    expect(decide([keep, least], gone, before)).toMatchObject({ userId: 'b', ruleId: 'r2' });
  });

  it('a language takes in its dialects; kinds of condition hold together', () => {
    const spanish = rule({ languages: ['es'], tagIds: ['t1', 't2'] });
    const about = { ...nobody, language: 'es_MX', tagIds: ['t2'] };
    expect(decide([spanish], [person('a')], about).userId).toBe('a');
    expect(decide([spanish], [person('a')], { ...about, tagIds: [] }).userId).toBeNull();
    expect(
      decide([rule({ languages: ['pt_BR'] })], [person('a')], { ...about, language: 'pt' }).userId,
    ).toBeNull();
  });
});
