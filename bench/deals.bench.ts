// npm run bench -- deals [--deals N] — a board with many deals in one pipeline: the board with its totals, and moves.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Bench } from './bench.ts';
import { writeDealRows } from './deal-rows.ts';
import { throwaway } from './throwaway.ts';
import { addPeople, makeWorkspace } from './workspace.ts';

const DEALS = 10_000;
const CONTACTS = 1_000;
const STAGES = 6;
const LOOKS = 200;
/** Far apart, so that looks share little. */
const STRIDE = 7_919;

export const bench: Bench = {
  name: 'deals',
  floor: 'one deal by its key, in a transaction of the workspace',
  better: 'less',
  async run({ args, say }) {
    const { values } = parseArgs({ args, strict: false, options: { deals: { type: 'string' } } });
    const deals = Number(values.deals ?? DEALS);
    const place = await throwaway();
    try {
      const { services } = place;
      const { id: workspaceId, client } = await makeWorkspace(services);
      await addPeople(services, workspaceId, CONTACTS);
      const { id: pipelineId, stages } = await client.pipelines.create({
        name: 'Sales',
        stages: Array.from({ length: STAGES }, (_, i) => ({ name: `Stage ${i}`, probability: i * 15 })),
      });
      const ids = Array.from({ length: deals }, newId);
      await services.db.inWorkspace(workspaceId, async (tx) => {
        const stageIds = stages.slice(0, STAGES).map((stage) => stage.id);
        await writeDealRows(tx, { workspaceId, pipelineId, stageIds, ids });
      });
      await place.analyze();
      const nth = (look: number) => ids[(look * STRIDE) % deals]!;
      const asked: Record<string, (look: number) => Promise<unknown>> = {
        board: () => client.deals.board({ pipelineId }),
        'board, by days': (look) =>
          client.deals.board({ pipelineId, createdFrom: '2001-01-01', createdTo: `${2100 + look}-01-01` }),
        'board, a word': (look) => client.deals.board({ pipelineId, search: `Deal ${look}` }),
        'more of a stage': (look) => client.deals.stage({ stageId: stages[look % STAGES]!.id }),
        'list by amount': () => client.deals.list({ sort: '-amount' }),
        'list by stage': () => client.deals.list({ sort: 'stage' }),
        move: (look) =>
          client.deals.move({ id: nth(look), stageId: stages[look % STAGES]!.id, aboveId: nth(look + 1) }),
      };
      const details: Record<string, unknown> = { deals };
      let ours = 0;
      for (const [name, ask] of Object.entries(asked)) {
        const times = await timed(ask);
        details[name] = times;
        if (name === 'board') ours = times.p95Ms;
        say(`${name}: p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms`);
      }
      const floor = await timed((look) =>
        services.db.inWorkspace(workspaceId, (tx) =>
          sql`select title from deals where workspace_id = ${workspaceId} and id = ${nth(look)}`.execute(tx),
        ),
      );
      return { unit: 'ms (p95 of the board)', ours, floor: floor.p95Ms, details };
    } finally {
      await place.drop();
    }
  },
};

/** A few looks before, of which the time does not count. */
async function timed(ask: (look: number) => Promise<unknown>): Promise<{ p50Ms: number; p95Ms: number }> {
  for (let look = 0; look < 5; look += 1) await ask(look);
  const times: number[] = [];
  for (let look = 5; look < 5 + LOOKS; look += 1) {
    const started = performance.now();
    await ask(look);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
