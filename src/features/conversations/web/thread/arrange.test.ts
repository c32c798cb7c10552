// Days, groups and reactions of a thread.
import { expect, it } from 'vitest';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { dayOf, startOfDay } from '#web/days.ts';
import { type ArrangedMessage, arrange as arrangeItems } from './arrange.ts';
import { firstUnread } from './unread-marker.ts';

const arrange = (messages: readonly Message[]) =>
  arrangeItems(
    messages.map((one) => ({ type: 'message', id: one.id, at: one.at, message: one })),
    'Europe/Rome',
  ).map((day) => ({
    ...day,
    items: day.items as ArrangedMessage[],
  }));

let count = 0;
function message(at: string, more: Partial<Message> = {}): Message {
  count += 1;
  return {
    id: `m${count}`,
    direction: 'in',
    kind: 'text',
    content: { type: 'text', text: 'x' },
    state: 'received',
    at,
    author: { kind: 'contact', id: null, name: null },
    campaignId: null,
    waitsUntil: null,
    replyTo: null,
    reactions: [],
    failure: null,
    media: null,
    ...more,
  };
}

it('groups by day, and by author within three minutes', () => {
  const days = arrange([
    message('2026-11-20T10:00:00Z'),
    message('2026-11-21T10:00:00Z'),
    message('2026-11-21T10:02:00Z'),
    message('2026-11-21T10:02:30Z', {
      direction: 'out',
      author: { kind: 'person', id: 'anna', name: 'Anna' },
    }),
    message('2026-11-21T10:10:00Z', {
      direction: 'out',
      author: { kind: 'person', id: 'anna', name: 'Anna' },
    }),
  ]);
  expect(days.map((day) => day.items.map((item) => item.startsGroup))).toEqual([
    [true],
    [true, false, true, true],
  ]);
});

it('leaves out reactions whose message is there: they stand beside it', () => {
  const target = message('2026-11-21T10:00:00Z');
  const reaction = message('2026-11-21T10:01:00Z', {
    kind: 'reaction',
    content: { type: 'reaction', emoji: '👍' },
    replyTo: { id: target.id, direction: 'in', preview: '', name: null },
  });
  expect(arrange([target, reaction])[0]!.items.map((item) => item.message.id)).toEqual([target.id]);
  expect(arrange([reaction])[0]!.items).toHaveLength(1);
});

it('puts notes between the messages, and begins a new group behind them', () => {
  const first = message('2026-11-21T10:00:00Z');
  const second = message('2026-11-21T10:01:00Z');
  const author = { kind: 'person', id: null, name: 'Anna' };
  const note = {
    type: 'note' as const,
    id: 'n',
    at: '2026-11-21T10:00:30Z',
    author,
    text: 'VIP',
    mentions: [],
  };
  const [day] = arrangeItems(
    [
      { type: 'message', id: first.id, at: first.at, message: first },
      note,
      { type: 'message', id: second.id, at: second.at, message: second },
    ],
    'Europe/Rome',
  );
  expect(day!.items.map((item) => item.type)).toEqual(['message', 'note', 'message']);
  expect(day!.items[2]).toMatchObject({ startsGroup: true });
});

it('knows the days of a time zone, also where the clock changes', () => {
  expect(dayOf(new Date('2026-11-20T23:30:00Z'), 'Europe/Rome')).toBe('2026-11-21');
  expect(startOfDay('2026-11-21', 'Europe/Rome').toISOString()).toBe('2026-11-20T23:00:00.000Z');
  expect(startOfDay('2026-10-25', 'Europe/Rome').toISOString()).toBe('2026-10-24T22:00:00.000Z');
  expect(startOfDay('2026-10-26', 'Europe/Rome').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  expect(startOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z');
});

it('finds where the unread ones begin, among the customer’s messages only', () => {
  const said = [
    message('2026-11-21T10:00:00Z'),
    message('2026-11-21T10:01:00Z'),
    message('2026-11-21T10:02:00Z', { direction: 'out' }),
    message('2026-11-21T10:03:00Z'),
  ];
  const items = said.map((one) => ({ type: 'message' as const, id: one.id, at: one.at, message: one }));
  expect(firstUnread(items, 0)).toBeNull();
  expect(firstUnread(items, 1)).toBe(said[3]!.id);
  expect(firstUnread(items, 2)).toBe(said[1]!.id);
  expect(firstUnread(items, 4)).toBeNull();
});
