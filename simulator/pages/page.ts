// Serves one hand-written page: HTML, a style sheet, and browser TypeScript that is bundled at first use.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';

export interface PageFiles {
  page: string;
  styles: string[];
  script: string;
}

/** Serves `url`, its style sheets by name, and `url`/script.js from the files in `folder`. */
export function servePage(app: FastifyInstance, url: string, folder: URL, files: PageFiles): void {
  const pathOf = (name: string) => fileURLToPath(new URL(name, folder));
  let bundle: Promise<string> | undefined;
  const page = async () => readFile(pathOf(files.page), 'utf8');
  for (const address of [url, `${url}/`]) {
    app.get(address, async (_request, reply) => reply.type('text/html; charset=utf-8').send(await page()));
  }
  for (const style of files.styles) {
    app.get(`${url}/${style}`, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(await readFile(pathOf(style), 'utf8')),
    );
  }
  app.get(`${url}/script.js`, async (_request, reply) => {
    bundle ??= bundleScript(pathOf(files.script));
    return reply.type('text/javascript; charset=utf-8').send(await bundle);
  });
}

async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]!.text;
}
