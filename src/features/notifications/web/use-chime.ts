// Chimes when something new asks for a sound.
import { useEffect, useRef } from 'react';
import { chimeOnce, noteChimed } from './chime.ts';

/** `chimeAt`: of the latest unread that asks for a sound; undefined while it is not known. */
export function useChime(chimeAt: string | null | undefined): void {
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (chimeAt === undefined) return;
    const before = known.current;
    known.current = chimeAt ?? before ?? '';
    if (chimeAt === null) return;
    if (before === null) noteChimed(chimeAt);
    else if (chimeAt > before) void chimeOnce(chimeAt);
  }, [chimeAt]);
}
