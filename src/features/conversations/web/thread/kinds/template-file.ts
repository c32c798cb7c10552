// Where the file of a template's header is read.
import { currentWorkspaceId } from '#web/current-workspace.ts';

/** Undefined where we have no file of it. */
export function templateFileAddress(fileId: string): string | undefined {
  return fileId ? `/api/v1/templates/media/${fileId}?workspace=${currentWorkspaceId() ?? ''}` : undefined;
}
