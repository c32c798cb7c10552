// Bodies kept in memory: given out once, and never more than there is room for.
import { describe, expect, it } from 'vitest';
import { recentBodies } from './recent-bodies.ts';

const body = (size: number) => ({ receivedAt: new Date(0), body: Buffer.alloc(size) });

describe('recent bodies', () => {
  it('are given out once', () => {
    const recent = recentBodies();
    recent.keep('a', body(3));
    expect(recent.take('a')?.body.length).toBe(3);
    expect(recent.take('a')).toBeUndefined();
    expect(recent.take('b')).toBeUndefined();
  });

  it('make room by letting the oldest go', () => {
    const recent = recentBodies(10);
    for (const id of ['a', 'b', 'c']) recent.keep(id, body(4));
    expect(recent.take('a')).toBeUndefined();
    expect(recent.take('b')).toBeDefined();
    recent.keep('d', body(6));
    expect([recent.take('c'), recent.take('d')].filter(Boolean)).toHaveLength(2);
  });

  it('hold nothing that is larger than all the room', () => {
    const recent = recentBodies(10);
    recent.keep('a', body(11));
    expect(recent.take('a')).toBeUndefined();
    recent.keep('b', body(10));
    expect(recent.take('b')).toBeDefined();
  });
});
