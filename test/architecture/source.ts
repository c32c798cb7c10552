// Reads the repository's source files and what each imports, for the architecture test.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export type SourceFile = {
  /** Path from the repository's root. */
  path: string;
  text: string;
  lines: number;
  imports: { target: string; typeOnly: boolean }[];
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

/** Every source file that git knows, or would. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(text) };
    });
}

function importsOf(text: string): SourceFile['imports'] {
  return [...text.matchAll(IMPORT)].map((m) => ({ target: (m[2] ?? m[3])!, typeOnly: Boolean(m[1]) }));
}

/** The repository path that an import means, or null for a package. */
export function resolveImport(from: string, target: string): string | null {
  if (target.startsWith('#')) return `src/${target.slice(1)}`;
  if (target.startsWith('.')) return normalize(join(dirname(from), target));
  return null;
}

/** `src/features/deals/web/X.tsx` → `deals`; null outside the features. */
export function featureOf(path: string): string | null {
  return path.match(/^src\/features\/([^/.]+)\//)?.[1] ?? null;
}

/** `src/db/x.ts` → `db`; the web shell and every `web/` folder of a feature are `web`. */
export function areaOf(path: string): string | null {
  if (/^src\/(.*\/)?web\//.test(path)) return 'web';
  return path.match(/^src\/([^/]+)\//)?.[1] ?? null;
}

export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || /\/testing\//.test(path);
export const isGenerated = (path: string) => /\.generated\.ts$/.test(path);
