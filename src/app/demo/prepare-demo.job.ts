// Makes the demo workspace and fills it, step by step; a killed run goes on at the step where it was.
import { z } from 'zod';
import { localClient } from '#app/local-client.ts';
import { addWorkspace } from '#features/people/people.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import type { Caller } from '#operations/call.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import { DEMO_WORKSPACE } from './demo-content.ts';
import { changePlan, decidePlan, readPlan } from './demo-plan.ts';
import { DEMO_STEPS } from './demo-steps.ts';

export const prepareDemoJob = defineJob({
  name: 'demo.prepare',
  payload: z.object({}),
  async run(services) {
    const plan = await readPlan(services);
    if (plan?.state !== 'wanted' || !plan.ownerId || !services.simulator) return;
    if (!plan.workspaceId) {
      plan.workspaceId = await addWorkspace(services, plan.ownerId, { ...DEMO_WORKSPACE, isDemo: true });
      await changePlan(services, plan);
    }
    // Removed by its owner while it was being made.
    if (!(await workspaceExists(services, plan.workspaceId)))
      return changePlan(services, { ...plan, state: 'none' });
    const client = localClient(services, ownerOf(plan.ownerId, plan.workspaceId));
    for (const step of DEMO_STEPS) {
      if (plan.done.includes(step.name)) continue;
      await step.run(client, services.simulator);
      plan.done.push(step.name);
      await changePlan(services, plan);
    }
    await changePlan(services, { ...plan, state: 'ready' });
  },
});

/** Decides at the first start whether there will be a demo, and has a wanted one made or finished. */
export async function prepareDemo(services: Services, wanted: boolean): Promise<void> {
  if (!(await readPlan(services))) {
    const ownerId = await firstPerson(services);
    if (!ownerId) return;
    const state = wanted && services.simulator ? 'wanted' : 'none';
    await decidePlan(services, { state, ownerId, workspaceId: null, done: [] });
  }
  const plan = await readPlan(services);
  if (plan?.state === 'wanted')
    await enqueue(services.db.kysely, prepareDemoJob, {}, { key: prepareDemoJob.name });
}

async function firstPerson(services: Services): Promise<string | null> {
  const row = await services.db.kysely
    .selectFrom('users')
    .select('id')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function workspaceExists(services: Services, id: string): Promise<boolean> {
  const row = await services.db.kysely
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

function ownerOf(ownerId: string, workspaceId: string): Caller {
  return {
    actor: { kind: 'person', id: ownerId, name: 'Owner' },
    userId: ownerId,
    workspaceId,
    role: 'owner',
    permissions: new Set(ROLE_PERMISSIONS.owner),
  };
}
