// The files that go in and out beside the operations: each a route of its own, named here with what it takes. The
// command line and the API's description are made from it.
import { z } from 'zod';
import { CampaignState, RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import { ContactFilter } from '#features/contacts/contact-filter.contract.ts';
import { DealFilter } from '#features/deals/deal-shapes.contract.ts';
import { DEALS_EXPORT_PATH } from '#features/deals/deals-file.contract.ts';
import { DEALS_UPLOAD_PATH, ExistingDeals } from '#features/imports/deal-imports.contract.ts';
import { UPLOAD_PATH } from '#features/imports/imports.contract.ts';
import type { Permission } from '#operations/permissions.ts';

export type FileDoor = {
  group: string;
  name: string;
  summary: string;
  permission: Permission;
  /** `GET`: a file comes; `POST`: one goes. */
  method: 'GET' | 'POST';
  /** As the server has it, with `{id}`. */
  path: string;
  /** What `{id}` is, in help. */
  id?: string;
  /** What stands in the query. */
  query?: z.ZodObject;
  /** What is chosen: goes as JSON in `?filter=`. */
  filter?: z.ZodObject;
  /** The parameter that takes the name of a file that goes. */
  nameAs?: string;
  /** Any bytes and nothing to look at in a terminal; otherwise CSV. */
  isBinary?: boolean;
};

/** What their paths begin with. */
export const API = '/api/v1';
const Notes = z.object({ notes: z.boolean().optional().describe('With what the team wrote for itself') });

export const FILE_DOORS: readonly FileDoor[] = [
  {
    ...{ group: 'deals', name: 'export', permission: 'deals:read', method: 'GET', path: DEALS_EXPORT_PATH },
    summary: 'Write deals to a CSV file: all, or those that are chosen',
    filter: DealFilter,
  },
  {
    ...{ group: 'deals', name: 'import', permission: 'deals:write', method: 'POST', path: DEALS_UPLOAD_PATH },
    summary: 'Bring a CSV file of deals, to be loaded in the background; answers the import',
    nameAs: 'fileName',
    query: z.object({
      existing: ExistingDeals.optional().describe(
        'Rows whose reference a deal has: change that deal, or skip them. Starts the import at once; without it, it waits to be looked at and started',
      ),
    }),
  },
  {
    ...{ group: 'deal-imports', name: 'rejected', permission: 'deals:write', method: 'GET' },
    path: `${DEALS_UPLOAD_PATH}/{id}/rejected.csv`,
    summary: 'Write the refused rows of an import of deals, with the reasons, to a CSV file',
    id: 'Import',
  },
  {
    ...{ group: 'contacts', name: 'export', permission: 'contacts:import', method: 'GET' },
    path: `${API}/contacts/export.csv`,
    summary: 'Write contacts to a CSV file: all, or those that are chosen',
    filter: ContactFilter,
  },
  {
    ...{ group: 'contacts', name: 'export-one', permission: 'contacts:disclose', method: 'GET' },
    path: `${API}/contacts/{id}/export.zip`,
    summary: 'Write everything that is kept of a contact, chats and files included, to a zip file',
    ...{ id: 'Contact', query: Notes, isBinary: true },
  },
  {
    ...{ group: 'imports', name: 'upload', permission: 'contacts:import', method: 'POST', path: UPLOAD_PATH },
    summary: 'Bring a CSV file of contacts; answers the import to be looked at and started',
    nameAs: 'fileName',
  },
  {
    ...{ group: 'imports', name: 'rejected', permission: 'contacts:import', method: 'GET' },
    path: `${UPLOAD_PATH}/{id}/rejected.csv`,
    summary: 'Write the refused rows of an import, with the reasons, to a CSV file',
    id: 'Import',
  },
  {
    ...{ group: 'conversations', name: 'export', permission: 'chats:read', method: 'GET' },
    path: `${API}/conversations/{id}/export.csv`,
    summary: 'Write a conversation to a CSV file',
    id: 'Conversation',
  },
  {
    ...{ group: 'conversations', name: 'export-zip', permission: 'chats:read', method: 'GET' },
    path: `${API}/conversations/{id}/export.zip`,
    summary: 'Write a conversation with its files to a zip file',
    ...{ id: 'Conversation', query: Notes, isBinary: true },
  },
  {
    ...{ group: 'conversations', name: 'upload', permission: 'chats:write', method: 'POST' },
    path: `${API}/conversations/{id}/files`,
    summary: 'Bring a file to be sent in a conversation',
    ...{ id: 'Conversation', nameAs: 'name', isBinary: true },
  },
  {
    ...{ group: 'conversations', name: 'file', permission: 'chats:read', method: 'GET' },
    path: `${API}/messages/{id}/media`,
    summary: 'Fetch the file of a message',
    ...{ id: 'Message', isBinary: true },
  },
  {
    ...{ group: 'conversations', name: 'ad-picture', permission: 'chats:read', method: 'GET' },
    path: `${API}/messages/{id}/ad-picture`,
    summary: 'Fetch the picture of the advertisement that brought a message',
    ...{ id: 'Message', isBinary: true },
  },
  {
    ...{ group: 'quick-replies', name: 'upload', permission: 'chats:write', method: 'POST' },
    path: `${API}/quick-replies/files`,
    summary: 'Bring a file for a quick reply',
    ...{ nameAs: 'name', isBinary: true },
  },
  {
    ...{ group: 'quick-replies', name: 'file', permission: 'chats:read', method: 'GET' },
    path: `${API}/quick-replies/{id}/file`,
    summary: 'Fetch the file of a quick reply',
    ...{ id: 'Quick reply', isBinary: true },
  },
  {
    ...{ group: 'templates', name: 'upload', permission: 'templates:write', method: 'POST' },
    path: `${API}/templates/media`,
    summary: 'Bring the picture, video or document of a template’s header',
    ...{ nameAs: 'name', isBinary: true },
    query: z.object({ kind: z.enum(['image', 'video', 'document']).describe('What the file is for') }),
  },
  {
    ...{ group: 'templates', name: 'file', permission: 'templates:read', method: 'GET' },
    path: `${API}/templates/media/{id}`,
    summary: 'Fetch a file that was brought for a template',
    ...{ id: 'File', isBinary: true },
  },
  {
    ...{ group: 'campaigns', name: 'export', permission: 'campaigns:read', method: 'GET' },
    path: `${API}/campaigns/statistics.csv`,
    summary: 'Write the figures of campaigns to a CSV file',
    query: z.object({
      state: CampaignState.optional().describe('Only those in this state'),
      search: z.string().max(100).optional().describe('Words of the name'),
      ids: z.string().optional().describe('Only these, parted by commas'),
    }),
  },
  {
    ...{ group: 'campaigns', name: 'export-recipients', permission: 'campaigns:read', method: 'GET' },
    path: `${API}/campaigns/{id}/recipients.csv`,
    summary: 'Write the recipients of a campaign to a CSV file',
    id: 'Campaign',
    query: z.object({ filter: RecipientFilter.optional().describe('Only these; all when left out') }),
  },
  {
    ...{ group: 'campaigns', name: 'export-plan', permission: 'campaigns:read', method: 'GET' },
    path: `${API}/campaigns/{id}/plan.csv`,
    summary: 'Write the sending plan of a campaign to a CSV file',
    id: 'Campaign',
  },
];
