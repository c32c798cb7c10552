// Who hears what: the row rule, not who did it, not who looks; gathering; channels; quiet hours over clock changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#events/catalogue.ts';
import { CHANNELS, KIND_NAMES, NOTIFICATION_KINDS } from '#features/notifications/kinds.contract.ts';
import type { QuietHours } from '#features/notifications/notification-settings.contract.ts';
import { pathOf, wordsOf } from '#features/notifications/words.contract.ts';
import { LANGUAGES } from '#features/people/language.contract.ts';
import { PERMISSIONS, ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';
import { channelsNow, type Preferences } from './channels.ts';
import { digestMoment } from './digest-moment.ts';
import { CROWD, gather, intoCrowd } from './gather.ts';
import { type Facts, type Happening, lookingKey, MESSAGES, type Told } from './hearing.ts';
import { isQuiet, quietEnd } from './quiet-hours.ts';
import { RULES, whoHears } from './rules.ts';

const CHAT = 'chat-1';
const at = new Date('2026-03-01T10:00:00Z');

const member = (userId: string, role: Role) => ({ userId, permissions: new Set(ROLE_PERMISSIONS[role]) });
const team = [
  member('olga', 'owner'),
  member('aldo', 'administrator'),
  member('mara', 'chat_manager'),
  member('pia', 'chat_operator'),
];

function facts(assignees: string[], looking: string[] = []): Facts {
  return {
    members: team,
    assignees: new Map([[CHAT, assignees]]),
    looking: new Set(looking.map((userId) => lookingKey(userId, CHAT))),
  };
}

function happens(name: string, payload: unknown, actorId: string | null = null, subjectId = CHAT): Happening {
  return { name, subjectId, payload, actorId, actorName: actorId, at };
}

const message = (kind = 'text') =>
  happens('message.received', { conversationId: CHAT, kind }, null, 'message-1');
const heard = (happening: Happening, known: Facts) =>
  whoHears([happening], known).map(({ userId, kind }) => `${userId} ${kind}`);

describe('every kind', () => {
  it('has words in every language, a place to lead to, and a permission that a role has', () => {
    for (const kind of KIND_NAMES) {
      const { title, description, channels, permission } = NOTIFICATION_KINDS[kind];
      expect(title.length, kind).toBeGreaterThan(5);
      expect(description.endsWith('.'), kind).toBe(true);
      expect(channels.every((channel) => CHANNELS.includes(channel)) && channels.length > 0, kind).toBe(true);
      expect(PERMISSIONS).toHaveProperty([permission]);
      const part = {
        kind,
        count: 3,
        who: 'Anna',
        by: 'Luca',
        name: 'Spring',
        text: 'low',
        conversationId: null,
      };
      for (const language of LANGUAGES) expect(wordsOf(part, language, true).title).toMatch(/Anna|Spring/);
      expect(pathOf({ ...part, subjectId: CHAT })).toMatch(/^\//);
    }
  });

  it('comes from a rule, and every rule from an event of the catalogue', () => {
    for (const name of Object.keys(RULES)) expect(catalogue).toHaveProperty([name]);
  });
});

describe('a message', () => {
  it('is heard by those who look after it, or by all who see everything when nobody does', () => {
    expect(heard(message(), facts(['pia']))).toEqual(['pia message_mine']);
    expect(heard(message(), facts(['pia', 'mara']))).toEqual(['mara message_mine', 'pia message_mine']);
    const everybody = ['olga', 'aldo', 'mara'].map((name) => `${name} message_unassigned`);
    expect(heard(message(), facts([]))).toEqual(everybody);
    // Who looked after it has left the workspace.
    expect(heard(message(), facts(['gone']))).toEqual(everybody);
  });

  it('is not heard by who has it open, nor when it is a reaction, nor when its conversation is gone', () => {
    expect(heard(message(), facts(['pia', 'mara'], ['pia']))).toEqual(['mara message_mine']);
    expect(heard(message('reaction'), facts(['pia']))).toEqual([]);
    expect(heard(message(), { ...facts([]), assignees: new Map() })).toEqual([]);
  });
});

describe('what colleagues do', () => {
  it('tells who is assigned, but not who assigned themselves', () => {
    const assigned = happens('conversation.assigned', { added: ['pia', 'mara'], removed: [] }, 'mara');
    expect(heard(assigned, facts(['pia', 'mara']))).toEqual(['pia assigned']);
  });

  it('tells of a mention only those who may see the conversation', () => {
    const note = happens(
      'note.added',
      { conversationId: CHAT, noteId: 'note-1', mentions: ['pia', 'aldo', 'olga'] },
      'olga',
    );
    expect(heard(note, facts([]))).toEqual(['aldo mentioned']);
    expect(heard(note, facts(['pia']))).toEqual(['aldo mentioned', 'pia mentioned']);
  });
});

describe('campaigns and numbers', () => {
  it('are heard by those whose permissions reach them, not by who did it', () => {
    expect(heard(happens('campaign.changed', { state: 'paused' }, 'olga'), facts([]))).toEqual([
      'aldo campaign_stopped',
    ]);
    expect(heard(happens('campaign.changed', { state: 'running' }), facts([]))).toEqual([]);
    expect(heard(happens('campaign.completed', {}), facts([]))).toHaveLength(2);
    const fell = { quality: { from: 'high', to: 'medium' } };
    const rose = { quality: { from: 'low', to: 'medium' } };
    const unknown = { quality: { from: 'high', to: 'unknown' } };
    expect(heard(happens('number.changed', fell), facts([]))).toEqual([
      'olga number_quality',
      'aldo number_quality',
    ]);
    expect(heard(happens('number.changed', rose), facts([]))).toEqual([]);
    expect(heard(happens('number.changed', unknown), facts([]))).toEqual([]);
    expect(heard(happens('number.changed', {}), facts([]))).toEqual([]);
    expect(heard(happens('number.stage_changed', { stage: 'stopped', text: '…' }), facts([]))).toHaveLength(
      2,
    );
    expect(heard(happens('number.stage_changed', { stage: 'free', text: '…' }), facts([]))).toEqual([]);
  });
});

it('never tells who did it, who looks, or who may not see it', () => {
  const people = fc.subarray(team.map(({ userId }) => userId));
  const happening = fc.oneof(
    fc.constant(message()),
    fc
      .record({ mentions: people, by: fc.constantFrom('olga', 'pia') })
      .map(({ mentions, by }) => happens('note.added', { conversationId: CHAT, noteId: 'n', mentions }, by)),
    fc
      .record({ added: people, by: fc.constantFrom('olga', 'pia') })
      .map(({ added, by }) => happens('conversation.assigned', { added, removed: [] }, by)),
    fc.constant(happens('conversation.woken', { by: 'time' })),
  );
  fc.assert(
    fc.property(happening, people, people, (what, assignees, looking) => {
      for (const { userId } of whoHears([what], facts(assignees, looking))) {
        expect(userId).not.toBe(what.actorId);
        expect(looking).not.toContain(userId);
        const { permissions } = team.find((each) => each.userId === userId)!;
        expect(permissions.has('chats:all') || assignees.includes(userId)).toBe(true);
      }
    }),
  );
});

describe('gathering', () => {
  const told = (userId: string, chat: number): Told => ({
    userId,
    kind: 'message_mine',
    gatherKey: `${MESSAGES}${chat}`,
    conversationId: `${chat}`,
    subjectId: null,
    details: {},
    count: 1,
    at,
  });

  it('keeps the count, makes one per person and conversation, and never more than the most and the crowd', () => {
    const all = fc.array(fc.tuple(fc.constantFrom('olga', 'pia'), fc.nat(30)), { maxLength: 200 });
    fc.assert(
      fc.property(all, fc.nat(30), (pairs, alreadyOpen) => {
        const many = pairs.map(([userId, chat]) => told(userId, chat));
        const open = new Map([
          ['pia', new Set(alreadyOpen === 0 ? [] : [`${MESSAGES}${alreadyOpen}`, CROWD])],
        ]);
        const few = intoCrowd(gather(many), open, 5);
        expect(few.reduce((sum, { count }) => sum + count, 0)).toBe(many.length);
        for (const userId of ['olga', 'pia']) {
          const own = few.filter((each) => each.userId === userId).map(({ gatherKey }) => gatherKey);
          expect(new Set(own).size).toBe(own.length);
          expect(new Set([...own, ...(open.get(userId) ?? [])]).size).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});

const plain: Preferences = {
  channels: {},
  quiet: null,
  timeZone: 'Europe/Rome',
  preview: false,
  mailAfterMinutes: 10,
  mailEveryMinutes: 60,
  mutedWorkspaces: [],
};
const night: QuietHours = { from: '22:00', to: '07:00', days: [] };

describe('channels', () => {
  it('are the defaults until the person chooses; muted workspaces are heard in the product only', () => {
    expect(channelsNow('message_mine', plain, 'w', at)).toEqual(['app', 'sound', 'push', 'mail']);
    const chosen = { ...plain, channels: { message_mine: ['push' as const] } };
    expect(channelsNow('message_mine', chosen, 'w', at)).toEqual(['push']);
    expect(channelsNow('message_mine', { ...plain, mutedWorkspaces: ['w'] }, 'w', at)).toEqual(['app']);
  });

  it('are silent in quiet hours, but for what is urgent', () => {
    const quiet = { ...plain, quiet: night };
    const midnight = new Date('2026-03-01T23:30:00Z');
    expect(channelsNow('message_mine', quiet, 'w', midnight)).toEqual(['app', 'mail']);
    expect(channelsNow('number_stopped', quiet, 'w', midnight)).toEqual(['app', 'sound', 'push']);
  });

  it('are silent for who does not want to be disturbed, but for what is urgent', () => {
    expect(channelsNow('message_mine', plain, 'w', at, true)).toEqual(['app', 'mail']);
    expect(channelsNow('number_stopped', plain, 'w', at, true)).toEqual(['app', 'sound', 'push']);
  });
});

describe('quiet hours', () => {
  const rome = 'Europe/Rome';
  const end = (from: string, quiet = night) => quietEnd(quiet, rome, new Date(from))?.toISOString();

  it('go over midnight, and follow the local clock through its changes', () => {
    expect(isQuiet(night, rome, new Date('2026-06-01T20:30:00Z'))).toBe(true);
    expect(isQuiet(night, rome, new Date('2026-12-01T20:30:00Z'))).toBe(false);
    expect(end('2026-06-01T12:00:00Z')).toBe('2026-06-01T12:00:00.000Z');
    expect(end('2026-06-01T22:00:00Z')).toBe('2026-06-02T05:00:00.000Z');
    // To summer time on 29 March, back on 25 October: the night is an hour shorter, and longer.
    expect(end('2026-03-28T23:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    // An end that the clocks leap over.
    expect(end('2026-03-29T00:30:00Z', { ...night, to: '02:30' })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('have whole days, and may never end', () => {
    const weekend = { from: '00:00', to: '00:00', days: [6, 7] };
    expect(end('2026-06-06T10:00:00Z', weekend)).toBe('2026-06-07T22:00:00.000Z');
    expect(end('2026-06-05T10:00:00Z', weekend)).toBe('2026-06-05T10:00:00.000Z');
    expect(quietEnd({ ...weekend, days: [1, 2, 3, 4, 5, 6, 7] }, rome, at)).toBe(null);
  });

  it('are over at the end that is found, and not a minute before', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '59'))
      .map(([h, m]) => `${`${h}`.padStart(2, '0')}:${m}`);
    const quiet = fc.record({ from: time, to: time, days: fc.subarray([1, 6, 7]) });
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-01-01'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom(rome, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(quiet, zone, instant, (hours, place, moment) => {
        const ends = quietEnd(hours, place, moment)!;
        expect(isQuiet(hours, place, ends)).toBe(false);
        if (ends.getTime() !== moment.getTime())
          expect(isQuiet(hours, place, new Date(ends.getTime() - 60_000))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the digest', () => {
  const state = { now: at, oldest: new Date(at.getTime() - 600_000), presentAt: null, mailedAt: null };
  const minutes = (moment: Date | null) => (moment!.getTime() - at.getTime()) / 60_000;

  it('waits until one is away, until the last mail is long ago, and until quiet hours are over', () => {
    expect(minutes(digestMoment(plain, state))).toBe(0);
    expect(minutes(digestMoment(plain, { ...state, oldest: at }))).toBe(10);
    expect(minutes(digestMoment(plain, { ...state, presentAt: new Date(at.getTime() - 240_000) }))).toBe(6);
    expect(minutes(digestMoment(plain, { ...state, mailedAt: new Date(at.getTime() - 600_000) }))).toBe(50);
    expect(minutes(digestMoment({ ...plain, quiet: { ...night, from: '10:30', to: '12:00' } }, state))).toBe(
      60,
    );
  });
});
