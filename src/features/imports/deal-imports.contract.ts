// What the world may ask about imports of deals: CSV files that become deals, or change them.
import { z } from 'zod';
import { DEAL_COLUMNS, EXISTING_DEALS } from '#features/deals/deals-file.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { Delimiter, Encoding, ImportRun, Rejection } from './import-run.contract.ts';

export const DetectedDeals = z.object({
  encoding: Encoding,
  delimiter: Delimiter,
  header: z.array(z.string()).describe('Names of the columns, as the file has them'),
  columns: z.array(z.enum(DEAL_COLUMNS).nullable()).describe('What each column is; null is passed over'),
  sample: z.array(z.array(z.string())).describe('First rows, without the header'),
});
export type DetectedDeals = z.infer<typeof DetectedDeals>;

export const ExistingDeals = z
  .enum(EXISTING_DEALS)
  .describe('Rows whose reference a deal has: change the deal, or leave it alone');

export const DealImport = ImportRun.extend({
  detected: DetectedDeals,
  existing: ExistingDeals.nullable().describe('Null until it is started'),
});
export type DealImport = z.infer<typeof DealImport>;

export const DealImportShown = DealImport.extend({
  earlier: z
    .object({ id: Id, createdBy: z.string(), startedAt: Instant })
    .nullable()
    .describe(
      'While it waits to be started: when the same file was loaded before. Rows without a reference would become deals once more',
    ),
});
export type DealImportShown = z.infer<typeof DealImportShown>;

/**
 * Where files go: `POST`, the bytes as body, `?fileName=`; answers a `DealImport` in the state `uploaded`, or queued
 * already with `?existing=update|skip`.
 */
export const DEALS_UPLOAD_PATH = '/api/v1/deals/imports';

const one = z.object({ id: Id });

export const dealImportsContract = {
  list: operation('deals:write', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/imports',
      summary: 'List imports of deals, newest first',
      description:
        'A file is uploaded by `POST /deals/imports?fileName=…` with its bytes as the body; its first line names the columns. With `&existing=update` or `skip` it is started at once.',
    })
    .input(PageInput)
    .output(pageOf(DealImport)),
  get: operation('deals:write', { tool: true })
    .route({
      method: 'GET',
      path: '/deals/imports/{id}',
      summary: 'Get an import of deals with its progress',
    })
    .input(one)
    .output(DealImportShown),
  start: operation('deals:write', { tool: true })
    .route({
      method: 'POST',
      path: '/deals/imports/{id}/start',
      summary: 'Start an uploaded import of deals',
    })
    .input(one.extend({ existing: ExistingDeals.default('update') }))
    .output(DealImport),
  resume: operation('deals:write')
    .route({
      method: 'POST',
      path: '/deals/imports/{id}/resume',
      summary: 'Go on with a failed or cancelled import of deals at its next row',
    })
    .input(one)
    .output(DealImport),
  cancel: operation('deals:write')
    .route({
      method: 'POST',
      path: '/deals/imports/{id}/cancel',
      summary: 'Stop an import of deals',
      description: 'What was loaded stays.',
    })
    .input(one)
    .output(DealImport),
  rejections: operation('deals:write')
    .route({
      method: 'GET',
      path: '/deals/imports/{id}/rejections',
      summary: 'List the rows that an import of deals rejected, with their reasons',
    })
    .input(PageInput.extend({ id: Id }))
    .output(pageOf(Rejection)),
  delete: operation('deals:write')
    .route({
      method: 'DELETE',
      path: '/deals/imports/{id}',
      summary: 'Delete an import’s file and record; its deals stay',
    })
    .input(one)
    .output(Done),
};
