// Which queries ask again when conversions are told, or stop.
import type { LiveEvents } from '#web/live-events.ts';

export const conversionsLive: LiveEvents = {
  'deal.conversion_changed': ['conversions'],
  'conversions.stopped': ['conversions.get'],
};
