// Names the job that reads an account's templates, for those who enqueue it without running it.
import { z } from 'zod';

export const synchroniseJob = {
  name: 'templates.synchronise',
  payload: z.object({ workspaceId: z.uuid(), accountId: z.uuid() }),
  maxAttempts: 5,
};
