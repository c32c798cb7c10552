// npm run bench -- deals-page [--deals N] — board and list of a pipeline with many deals in a browser: from the click to what is painted.
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { newId } from '#kit/ids.ts';
import { openBrowser, visit } from '../test/browser/browser.ts';
import { ensureWorkspace, signIn } from '../test/browser/sign-in.ts';
import { startProcess } from '../test/support/started.ts';
import type { Bench } from './bench.ts';
import { writeDealRows } from './deal-rows.ts';
import { throwaway } from './throwaway.ts';
import { addPeople } from './workspace.ts';

const DEALS = 10_000;
const CONTACTS = 1_000;
const STAGES = 6;
const LOOKS = 20;
/** These prepare the browser: the code of the pages is loaded, and compiled. */
const LOOKS_BEFORE = 5;
const LOGIN = { email: 'bench@example.com', password: 'swallows return in spring' };

export const bench: Bench = {
  name: 'deals-page',
  floor: 'two pictures of a page on which nothing changes',
  better: 'less',
  async run({ args, say }) {
    const { values } = parseArgs({ args, strict: false, options: { deals: { type: 'string' } } });
    const ids = Array.from({ length: Number(values.deals ?? DEALS) }, newId);
    const place = await throwaway();
    const product = startProcess({
      ...{ DATA_DIR: place.dataDir, DATABASE_URL: place.url, SIMULATOR: '0' },
      ...{ ADMIN_EMAIL: LOGIN.email, ADMIN_PASSWORD: LOGIN.password },
    });
    const browser = await openBrowser();
    try {
      const context = await visit(browser, { baseUrl: (await product.ready()).Rondine! });
      const page = await context.newPage();
      await signIn(page, LOGIN);
      await ensureWorkspace(page, 'Bench');
      const workspaceId = await workspaceOf(page);
      const { services } = place;
      await addPeople(services, workspaceId, CONTACTS);
      const pipeline = await post<Pipeline>(page, workspaceId, '/pipelines', {
        name: 'Sales',
        stages: Array.from({ length: STAGES }, (_, i) => ({ name: `Stage ${i}`, probability: i * 15 })),
      });
      const stageIds = pipeline.stages.slice(0, STAGES).map((stage) => stage.id);
      await services.db.inWorkspace(workspaceId, (tx) =>
        writeDealRows(tx, { workspaceId, pipelineId: pipeline.id, stageIds, ids }),
      );
      await place.analyze();
      // A first day that no deal is before: the answer is the whole board, and was never asked for.
      const anew = (look: number) => `createdFrom=2001-01-01&createdTo=${2100 + look}-01-01`;
      const looks: Record<string, [(look: number) => string, string]> = {
        'board again': [() => '/deals', '[data-deal]'],
        'board never seen': [(look) => `/deals?${anew(look)}`, '[data-deal]'],
        'list again': [() => '/deals/list', 'tbody tr[data-row]'],
        'list never seen': [(look) => `/deals/list?sort=-amount&${anew(look)}`, 'tbody tr[data-row]'],
      };
      await page.goto('/deals/list');
      await page.locator('tbody tr[data-row]').first().waitFor();
      const details: Record<string, unknown> = { deals: ids.length };
      let ours = 0;
      for (const [name, [address, drawn]] of Object.entries(looks)) {
        const times: number[] = [];
        for (let look = 0; look < LOOKS_BEFORE + LOOKS; look += 1) {
          await paintedAfter(page, name.startsWith('board') ? '/deals/list' : '/deals/report', 'h1');
          await page.waitForTimeout(PAUSE_MS);
          const time = await paintedAfter(page, address(look), drawn);
          if (look >= LOOKS_BEFORE) times.push(time);
          await page.waitForTimeout(PAUSE_MS);
        }
        details[name] = { ...spread(times), drawn: await page.locator(drawn).count() };
        if (name === 'board never seen') ours = spread(times).p95Ms;
        say(`${name}: ${JSON.stringify(details[name])}`);
      }
      const still: number[] = [];
      for (let look = 0; look < LOOKS; look += 1) still.push(await paintedAfter(page, null, 'h1'));
      return { unit: 'ms (p95 of a board never seen)', ours, floor: spread(still).p95Ms, details };
    } finally {
      await browser.close();
      product.kill('SIGTERM');
      await product.ended;
      await place.drop();
    }
  },
};

/** What one page asks in the background is over before the next is looked at. */
const PAUSE_MS = 250;

type Pipeline = { id: string; stages: { id: string }[] };

/** Milliseconds from going there until something of the kind `drawn` has been there for two pictures. */
function paintedAfter(page: Page, address: string | null, drawn: string): Promise<number> {
  const path = address?.split('?')[0];
  return page.evaluate<number>(`(async () => {
    const began = performance.now();
    ${address === null ? '' : `void __TSR_ROUTER__.navigate({ href: ${JSON.stringify(address)} });`}
    // The page that one leaves may have something of the same kind.
    do await new Promise(requestAnimationFrame);
    while (${path === undefined ? 'false' : `location.pathname !== ${JSON.stringify(path)}`}
      || !document.querySelector(${JSON.stringify(drawn)}));
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  })()`);
}

async function workspaceOf(page: Page): Promise<string> {
  const session = await (await page.request.get('/api/v1/session')).json();
  return session.workspaces[0].id;
}

/** What the page itself would send, with its session. */
async function post<T>(page: Page, workspaceId: string, path: string, data: object): Promise<T> {
  const headers = { 'x-rondine-csrf': '1', 'x-workspace': workspaceId };
  const answer = await page.request.post(`/api/v1${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

function spread(times: readonly number[]): { p50Ms: number; p95Ms: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number(sorted[Math.floor(sorted.length * share)]!.toFixed(1));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
