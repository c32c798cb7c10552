// Which of the person's workspaces this tab shows: kept per tab, with the last choice as the start of a new tab.
import { remember, remembered } from './remembered.ts';

const tabKey = 'rondine-workspace';

/** The id of the workspace shown in this tab, or null before the first choice. */
export function currentWorkspaceId(): string | null {
  try {
    return sessionStorage.getItem(tabKey) ?? remembered('workspace');
  } catch {
    return remembered('workspace');
  }
}

/** Makes `id` the workspace of this tab and of tabs opened later. */
export function chooseWorkspaceId(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(tabKey);
    else sessionStorage.setItem(tabKey, id);
  } catch {
    // Without session storage all tabs share the remembered one.
  }
  remember('workspace', id);
}
