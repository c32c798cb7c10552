// A workspace's row as the contract shows it.
import { languageOr } from '#features/people/language.contract.ts';
import type { findWorkspace } from '#features/people/people-workspaces.store.ts';
import type { Workspace } from '#features/people/workspaces.contract.ts';
import { iso } from '#operations/operation.ts';

export function shownWorkspace(row: Awaited<ReturnType<typeof findWorkspace>>): Workspace {
  return { ...row, language: languageOr(row.language, 'en'), createdAt: iso(row.createdAt) };
}
