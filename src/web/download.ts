// Lets the browser download a file of the API straight to disk.
import { currentWorkspaceId } from './current-workspace.ts';

/** `path` may have a query. A download carries no header, so it names the workspace in its address. */
export function startDownload(path: string): void {
  const address = new URL(path, window.location.origin);
  address.searchParams.set('workspace', currentWorkspaceId() ?? '');
  const link = document.createElement('a');
  link.href = address.href;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
