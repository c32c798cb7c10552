// Waits for answers of the server that a page does not show.
import type { Page, Response } from 'playwright-core';

/** Resolves when the server knows that this tab shows a conversation, or none. */
export function attends(page: Page, conversation: 'one' | null): Promise<Response> {
  return page.waitForResponse((answer) => {
    if (!answer.url().endsWith('/notifications/attention')) return false;
    const told = answer.request().postDataJSON() as { conversationId: string | null };
    return (told.conversationId === null) === (conversation === null);
  });
}

/** Resolves when the server took a change below `path`. */
export function changed(page: Page, path: RegExp): Promise<Response> {
  return page.waitForResponse(
    (answer) => path.test(answer.url()) && answer.request().method() !== 'GET' && answer.ok(),
  );
}
