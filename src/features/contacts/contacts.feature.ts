// Contacts as a part of the application: operations, the export, and forgetting the values of deleted fields.
import type { Feature } from '#operations/feature.ts';
import { contactsOperations } from './contacts.operations.ts';
import { contactsRoutes } from './contacts.routes.ts';
import { eraseContactsJob } from './jobs/erase-contacts.job.ts';
import { forgetFieldJob, forgetFieldSubscriber } from './jobs/forget-field.job.ts';

export const contactsFeature: Feature = {
  name: 'contacts',
  operations: contactsOperations,
  routes: contactsRoutes,
  jobs: [forgetFieldJob, eraseContactsJob],
  subscribers: [forgetFieldSubscriber],
};
