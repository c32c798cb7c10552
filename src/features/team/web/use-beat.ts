// Tells the server every 30 seconds that this tab is there and when one last touched it; at once when one comes back.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '#web/api.ts';

const BEAT_MS = 30_000;
/** After so long without a touch the next one is told at once. */
const BACK_MS = 60_000;

export function useBeat(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let touchedAt = Date.now();
    const beat = async () => {
      const idleSeconds = Math.min(86_400, Math.floor((Date.now() - touchedAt) / 1_000));
      try {
        const now = await client.team.beat({ idleSeconds });
        queryClient.setQueryData(api.team.presence.queryKey({ input: {} }), now);
      } catch {
        // The next one tells it.
      }
    };
    const touched = () => {
      const wasAway = Date.now() - touchedAt > BACK_MS;
      touchedAt = Date.now();
      if (wasAway) void beat();
    };
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
      window.addEventListener(event, touched, options);
    void beat();
    const timer = window.setInterval(() => void beat(), BEAT_MS);
    return () => {
      window.clearInterval(timer);
      stop.abort();
    };
  }, [queryClient]);
}
