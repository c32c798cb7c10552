// Pairs each promise about people with its handler.
import type { Feature } from '#operations/feature.ts';
import { pair, pairOpen } from '#operations/handle.ts';
import { authRoutes } from './auth/auth.routes.ts';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { createWorkspace } from './operations/create-workspace.ts';
import { getSession } from './operations/get-session.ts';
import { getWorkspace } from './operations/get-workspace.ts';
import { updateSession } from './operations/update-session.ts';
import { updateWorkspace } from './operations/update-workspace.ts';
import { sessionContract } from './session.contract.ts';
import { workspacesContract } from './workspaces.contract.ts';

const { create, ...ofWorkspace } = workspacesContract;

/** One feature for each key of the contract; sign-in and the jobs come with the first. */
export const peopleFeatures: readonly Feature[] = [
  {
    name: 'session',
    operations: pairOpen(sessionContract, { get: getSession, update: updateSession }),
    routes: authRoutes,
    jobs: [sendMailJob],
  },
  {
    name: 'workspaces',
    operations: {
      ...pairOpen({ create }, { create: createWorkspace }),
      ...pair(ofWorkspace, { get: getWorkspace, update: updateWorkspace }),
    },
  },
];
