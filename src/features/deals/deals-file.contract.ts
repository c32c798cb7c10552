// What a CSV file of deals is: its columns, and where deals are written to one.

/** Where deals come from: `GET`, `?filter=` as JSON. */
export const DEALS_EXPORT_PATH = '/api/v1/deals/export.csv';

/** The columns of export and import; only contacts are needed. */
export const DEAL_COLUMNS = [
  'Title',
  'Contacts',
  'Pipeline',
  'Stage',
  'Owner',
  'Amount',
  'Currency',
  'Close date',
  'Reference',
] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** What to do with rows whose reference a deal has already. */
export const EXISTING_DEALS = ['update', 'skip'] as const;
export type ExistingDeals = (typeof EXISTING_DEALS)[number];
