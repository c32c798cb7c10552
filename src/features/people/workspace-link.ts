// Links of mails into the product: they name the workspace, because their reader may have another one open.

/** The address of `path`, e.g. `/tickets/…`, in a workspace; `publicUrl` without a slash at the end. */
export function workspaceLink(publicUrl: string, path: string, workspaceId: string): string {
  return `${publicUrl}${path}${path.includes('?') ? '&' : '?'}workspace=${workspaceId}`;
}
