// Tells the server what this tab shows while it is in front, and whether one writes: at once when that changes, and again.
import { useEffect, useSyncExternalStore } from 'react';
import { client } from '#web/api.ts';
import { useIsTyping, useOpenConversation } from '#web/looking-at.ts';
import { requestHeaders } from '#web/request.ts';
import { useWorkspace } from '#web/session.ts';

const REPEAT_MS = 20_000;
const TYPING_REPEAT_MS = 4_000;
const tabId = newTabId();
/** A telling that a newer one overtook must not count. */
let turn = 0;

export function useAttention(): void {
  const workspaceId = useWorkspace()?.id;
  const conversationId = useOpenConversation();
  const isTyping = useIsTyping();
  const focused = useSyncExternalStore(onFocusChange, isInFront);
  useEffect(() => {
    if (workspaceId === undefined) return;
    // Without it one is told a little more than needed.
    const tell = () =>
      void client.notifications
        .attend({ tabId, turn: ++turn, focused, conversationId, isTyping })
        .catch(() => {});
    tell();
    if (!focused) return;
    const timer = window.setInterval(tell, isTyping ? TYPING_REPEAT_MS : REPEAT_MS);
    window.addEventListener('pagehide', sayGoodbye);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pagehide', sayGoodbye);
    };
  }, [workspaceId, conversationId, focused, isTyping]);
}

function isInFront(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function onFocusChange(changed: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('visibilitychange', changed, { signal });
  window.addEventListener('focus', changed, { signal });
  window.addEventListener('blur', changed, { signal });
  return () => stop.abort();
}

/** The page is left: this request outlives it. */
function sayGoodbye(): void {
  void fetch('/api/v1/notifications/attention', {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { ...requestHeaders(), 'content-type': 'application/json' },
    body: JSON.stringify({ tabId, turn: ++turn, focused: false, conversationId: null }),
  }).catch(() => {});
}

/** A random UUID, also on plain http, where `randomUUID` is missing. */
function newTabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
