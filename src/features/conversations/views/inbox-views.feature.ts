// What views of the inbox bring to the application.
import { keepViews } from '#features/views/views.ts';
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { inboxViewsContract } from './inbox-views.contract.ts';
import { namedBy, readPresent } from './read-present.ts';

export const inboxViewsFeature: Feature = {
  name: 'inboxViews',
  operations: pair(
    inboxViewsContract,
    keepViews({
      subject: 'inbox',
      noun: 'inbox_view',
      team: 'chats:assign',
      refusal: 'Views of the team are kept by those who may assign conversations.',
      namedBy,
      readPresent,
    }),
  ),
};
