// Keeps the bodies that this process has just stored, so that its reader need not fetch them again; rows hold the truth.
import type { Services } from '#operations/services.ts';

/** Bytes; beyond them the oldest are let go. */
const MOST_BYTES = 32_000_000;

export type RecentBody = { receivedAt: Date; body: Buffer };

export type RecentBodies = {
  keep(id: string, recent: RecentBody): void;
  /** Gives it out once: whoever fails with it reads the row the next time, which tells of the failure. */
  take(id: string): RecentBody | undefined;
};

export function recentBodies(mostBytes = MOST_BYTES): RecentBodies {
  const kept = new Map<string, RecentBody>();
  let bytes = 0;
  const take = (id: string) => {
    const recent = kept.get(id);
    if (recent) bytes -= recent.body.length;
    kept.delete(id);
    return recent;
  };
  return {
    keep(id, recent) {
      kept.set(id, recent);
      bytes += recent.body.length;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        take(oldest);
      }
    },
    take,
  };
}

/** By what the door and the reader of one installation share within a process; only where there is a reader. */
const readers = new WeakMap<Services['secrets'], RecentBodies>();

export function recentBodiesOf({ secrets }: Pick<Services, 'secrets'>): RecentBodies | undefined {
  return readers.get(secrets);
}

/** From now on a reader is at work here. */
export function openRecentBodies({ secrets }: Pick<Services, 'secrets'>): void {
  readers.set(secrets, recentBodies());
}

export function closeRecentBodies({ secrets }: Pick<Services, 'secrets'>): void {
  readers.delete(secrets);
}
