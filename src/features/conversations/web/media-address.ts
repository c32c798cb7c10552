// Where the file of a message is read.
import { currentWorkspaceId } from '#web/current-workspace.ts';

/** Address of the file; shown where a browser can, else offered to keep. */
export function mediaAddress(messageId: string): string {
  return `/api/v1/messages/${messageId}/media?workspace=${currentWorkspaceId() ?? ''}`;
}
