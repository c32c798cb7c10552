// Pairs the operations on contacts with their handlers.
import { pair } from '#operations/handle.ts';
import { contactsContract } from './contacts.contract.ts';
import { blockContacts, unblockContacts } from './operations/block-contacts.ts';
import { consentHistory } from './operations/consent-history.ts';
import { countContacts } from './operations/count-contacts.ts';
import { createContact } from './operations/create-contact.ts';
import {
  deleteContact,
  deleteContacts,
  previewDeletion,
  previewDeletionOfMany,
  readErasing,
} from './operations/delete-contacts.ts';
import { getContact } from './operations/get-contact.ts';
import { listContacts } from './operations/list-contacts.ts';
import { addToLists, removeFromLists } from './operations/list-membership.ts';
import { mergeContacts, previewMerge } from './operations/merge-contacts.ts';
import { setConsent } from './operations/set-consent.ts';
import { syncContacts } from './operations/sync-contacts.ts';
import { addTags, removeTags } from './operations/tag-contacts.ts';
import { updateContact } from './operations/update-contact.ts';

export const contactsOperations = pair(contactsContract, {
  list: listContacts,
  count: countContacts,
  get: getContact,
  create: createContact,
  update: updateContact,
  sync: syncContacts,
  merge: mergeContacts,
  mergePreview: previewMerge,
  deletion: previewDeletion,
  deletionOfMany: previewDeletionOfMany,
  erasing: readErasing,
  delete: deleteContact,
  deleteMany: deleteContacts,
  block: blockContacts,
  unblock: unblockContacts,
  setConsent,
  consentHistory,
  addTags,
  removeTags,
  addToLists,
  removeFromLists,
});
