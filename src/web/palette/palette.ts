// What features add to the command palette: actions and searches. One line per feature in each list.

import type { Icon } from '@tabler/icons-react';
import { campaignSearch, newCampaignAction } from '#features/campaigns/web/campaigns.palette.ts';
import { contactSearch, importContactsAction } from '#features/contacts/web/contacts.palette.ts';
import { conversationSearch } from '#features/conversations/web/conversations.palette.ts';
import { inboxActions, inboxViewSearch } from '#features/conversations/web/views/inbox-views.palette.ts';
import {
  dealActivitiesAction,
  dealSearch,
  dealViewSearch,
  newDealAction,
} from '#features/deals/web/deals.palette.ts';
import { listSearch } from '#features/lists/web/lists.palette.ts';
import { segmentSearch } from '#features/segments/web/segments.palette.ts';
import { newTemplateAction, templateSearch } from '#features/templates/web/templates.palette.ts';
import { newTicketAction, ticketSearch } from '#features/tickets/web/tickets.palette.ts';
import type { Permission } from '#operations/permissions.ts';
import type { TextKey } from '#web/messages.ts';

/** Something to do from anywhere: leads to an address. */
export type PaletteAction = { id: string; label: TextKey; icon: Icon; to: string; permission?: Permission };

/** One record found; `to` is its address. */
export type PaletteHit = { id: string; title: string; detail?: string; to: string };

/** Finds a feature's records by what was typed (two letters or more); gives at most a handful. */
export type PaletteSearch = {
  id: string;
  label: TextKey;
  icon: Icon;
  permission?: Permission;
  find: (typed: string, signal: AbortSignal) => Promise<PaletteHit[]>;
};

export const paletteActions: PaletteAction[] = [
  newCampaignAction,
  importContactsAction,
  newTemplateAction,
  newDealAction,
  dealActivitiesAction,
  newTicketAction,
  ...inboxActions,
];

export const paletteSearches: PaletteSearch[] = [
  contactSearch,
  conversationSearch,
  inboxViewSearch,
  campaignSearch,
  templateSearch,
  dealSearch,
  dealViewSearch,
  ticketSearch,
  listSearch,
  segmentSearch,
];
