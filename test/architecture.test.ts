// The architecture, held: each failure says what to do instead.
import { describe, expect, it } from 'vitest';
import {
  BROWSER_SAFE,
  FEATURE_MAY_USE,
  FORBIDDEN_WORDS,
  LONGEST_FILE,
  LONGEST_TEST,
  MAY_IMPORT,
  ONLY_IN,
  UNUSED_ON_PURPOSE,
} from './architecture/rules.ts';
import {
  areaOf,
  featureOf,
  isGenerated,
  isTest,
  resolveImport,
  type SourceFile,
  sourceFiles,
} from './architecture/source.ts';

const files = sourceFiles();
const product = files.filter((file) => file.path.startsWith('src/') && !isTest(file.path));
const edges = product.flatMap((file) =>
  file.imports.map(({ target, typeOnly }) => ({
    from: file.path,
    to: resolveImport(file.path, target),
    target,
    typeOnly,
  })),
);
const within = edges.filter(
  (edge): edge is typeof edge & { to: string } => edge.to?.startsWith('src/') ?? false,
);

/** Fails with one readable list. */
function expectNone(problems: string[]): void {
  expect(problems.join('\n')).toBe('');
}

describe('imports', () => {
  it('point down the map', () => {
    expectNone(
      within
        .filter(({ from, to }) => {
          const [above, below] = [areaOf(from), areaOf(to)];
          if (!above || !below || above === below || above === 'web') return false;
          return !(MAY_IMPORT[above] ?? []).includes(below);
        })
        .map(
          ({ from, to }) =>
            `${from} imports ${to}: ${areaOf(from)} may import ${MAY_IMPORT[areaOf(from)!]?.join(', ') || 'nothing'}; move the code down, or publish an event`,
        ),
    );
  });

  it('are written from the top', () => {
    expectNone(
      edges
        .filter(({ target }) => target.startsWith('../'))
        .map(({ from, target }) => `${from} imports '${target}': write '#…' from src/`),
    );
  });

  it('reach another feature only by its front door or contract, where the table allows it', () => {
    expectNone(
      within
        .filter(
          ({ from, to }) =>
            featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to) && areaOf(from) !== 'web',
        )
        .filter(({ from, to }) => {
          const [user, used] = [featureOf(from)!, featureOf(to)!];
          const door = to === `src/features/${used}/${used}.ts` || to.endsWith('.contract.ts');
          return !door || !(FEATURE_MAY_USE[user] ?? []).includes(used);
        })
        .map(
          ({ from, to }) =>
            `${from} imports ${to}: use ${featureOf(to)}.ts or its contract, and enter the pair in test/architecture/rules.ts`,
        ),
    );
  });

  it('make no circle of features', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (feature: string, path: string[]) => {
      if (state.get(feature) === 'open') circles.push([...path, feature].join(' → '));
      if (state.has(feature)) return;
      state.set(feature, 'open');
      for (const next of FEATURE_MAY_USE[feature] ?? []) visit(next, [...path, feature]);
      state.set(feature, 'done');
    };
    for (const feature of Object.keys(FEATURE_MAY_USE)) visit(feature, []);
    expectNone(circles);
  });

  it('keep the server out of the browser', () => {
    expectNone(
      within
        .filter(({ from, to }) => areaOf(from) === 'web' && areaOf(to) !== 'web')
        .filter(({ to, typeOnly }) => !BROWSER_SAFE.some((safe) => safe.test(to)) && !typeOnly)
        .map(
          ({ from, to }) => `${from} imports ${to}: browser code may import contracts and browser code only`,
        ),
    );
  });

  it('keep contracts free of the server', () => {
    expectNone(
      within
        .filter(({ from }) => from.endsWith('.contract.ts'))
        .filter(({ to }) => !BROWSER_SAFE.some((safe) => safe.test(to)))
        .map(({ from, to }) => `${from} imports ${to}: a contract runs in the browser too`),
    );
  });

  it('keep product and simulator apart', () => {
    expectNone(
      files
        .filter((file) => !isTest(file.path))
        .flatMap((file) =>
          file.imports.map((i) => ({ from: file.path, to: resolveImport(file.path, i.target) })),
        )
        .filter(
          ({ from, to }) =>
            to &&
            ((from.startsWith('simulator/') && to.startsWith('src/')) ||
              (from.startsWith('src/') && to.startsWith('simulator/'))),
        )
        .map(
          ({ from, to }) =>
            `${from} imports ${to}: they are two readings of the same documentation and share nothing`,
        ),
    );
  });
});

describe('exports', () => {
  it('are used by the product', () => {
    const words = files.map(({ path, text }) => ({ path, words: new Set(text.match(/[\w$]+/g)) }));
    const declared = /^export (?:async )?(?:const|let|function\*?|class|type) ([\w$]+)/gm;
    const unused = (file: SourceFile, name: string) =>
      file.text.split(new RegExp(`(?<![\\w$])${name.replace('$', '\\$')}(?![\\w$])`)).length === 2 &&
      !words.some((other) => other.path !== file.path && !isTest(other.path) && other.words.has(name));
    expectNone(
      files
        .filter(({ path }) => /^(src|simulator)\//.test(path) && !isTest(path) && !isGenerated(path))
        .flatMap((file) =>
          [...file.text.matchAll(declared)]
            .map((match) => match[1]!)
            .filter((name) => !(name in UNUSED_ON_PURPOSE) && unused(file, name))
            .map((name) => `${file.path} exports ${name}, which nothing but a test uses: take it away`),
        ),
    );
  });
});

describe('one place for each thing', () => {
  it.each(ONLY_IN)('$what', ({ what, pattern, where, instead }) => {
    expectNone(
      product
        .filter((file) => pattern.test(file.text) && !where.test(file.path))
        .map((file) => `${file.path} uses ${what}: ${instead}`),
    );
  });

  it('writes a table only in stores of the feature that owns it', () => {
    const owners = new Map<string, Set<string>>();
    const problems: string[] = [];
    for (const file of product.filter((f) => f.path.startsWith('src/features/'))) {
      for (const table of tablesWritten(file.text)) {
        owners.set(table, (owners.get(table) ?? new Set()).add(featureOf(file.path)!));
        if (!file.path.endsWith('store.ts'))
          problems.push(`${file.path} writes ${table}: move it to a *.store.ts`);
      }
    }
    for (const [table, features] of owners)
      if (features.size > 1)
        problems.push(
          `${table} is written by ${[...features].join(' and ')}: let one own it and offer a function`,
        );
    expectNone(problems);
  });
});

function tablesWritten(text: string): string[] {
  const kysely = text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\(\s*'([a-z_]+)/g);
  const sql = text.matchAll(
    /\b(?:insert\s+into|update|delete\s+from)\s+([a-z_]+)(?:\s+(?:as\s+)?[a-z_]+)?\s*(?:\(|set\b|using\b|where\b)/g,
  );
  return [...new Set([...kysely, ...sql].map((match) => match[1]!))].filter((name) => name !== 'set');
}

describe('files', () => {
  it('are short', () => {
    expectNone(
      files
        .filter((file) => !isGenerated(file.path))
        .filter((file) => file.lines > (isTest(file.path) ? LONGEST_TEST : LONGEST_FILE))
        .map((file) => `${file.path} has ${file.lines} lines: split it by noun`),
    );
  });

  it('have names that say something', () => {
    expectNone(
      files
        .flatMap((file) =>
          file.path
            .split('/')
            .map((part) => ({ path: file.path, part: part.replace(/\.(test\.)?tsx?$/, '') })),
        )
        .filter(({ part }) => FORBIDDEN_WORDS.test(part) || part === 'index')
        .map(({ path, part }) => `${path}: "${part}" says nothing; name it after what it is in the product`),
    );
  });

  it('open with one sentence saying what they are for', () => {
    expectNone(
      files
        .filter((file) => !isGenerated(file.path) && !/^(\/\/|\/\*|#!)/.test(file.text))
        .map((file) => `${file.path}: begin with a comment of one sentence`),
    );
  });
});
