// Remembers, as a row, whether a demo is wanted and which of its steps are done.
import { z } from 'zod';
import type { Services } from '#operations/services.ts';

const NAME = 'demo';

const Plan = z.object({
  state: z.enum(['wanted', 'ready', 'none']),
  ownerId: z.uuid().nullable(),
  workspaceId: z.uuid().nullable(),
  done: z.array(z.string()),
});
export type DemoPlan = z.infer<typeof Plan>;

export async function readPlan(services: Services): Promise<DemoPlan | undefined> {
  const row = await services.db.kysely
    .selectFrom('installation')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row && Plan.parse(row.value);
}

/** The first decision stays: later starts neither add nor take away a demo. */
export async function decidePlan(services: Services, plan: DemoPlan): Promise<void> {
  await services.db.kysely
    .insertInto('installation')
    .values({ name: NAME, value: JSON.stringify(plan) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function changePlan(services: Services, plan: DemoPlan): Promise<void> {
  await services.db.kysely
    .updateTable('installation')
    .set({ value: JSON.stringify(plan) })
    .where('name', '=', NAME)
    .execute();
}
