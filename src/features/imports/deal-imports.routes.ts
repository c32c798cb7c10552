// The file of an import of deals over HTTP: uploaded as a stream, and its rejected rows downloaded to be mended.
import { needPipeline } from '#features/deals/deals.ts';
import { EXISTING_DEALS } from '#features/deals/deals-file.contract.ts';
import { badInput } from '#kit/errors.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { DEALS_UPLOAD_PATH } from './deal-imports.contract.ts';
import { showDealImport } from './deal-imports.store.ts';
import { serveRejected } from './imports.routes.ts';
import { inspectDeals } from './inspect-deals.ts';
import { startDeals } from './operations/import-deals.ts';
import { takeUpload } from './take-upload.ts';

export const dealImportsRoutes: FeatureRoutes = (app, door) => {
  // The body is the file itself; ?fileName= is its name, with ?existing= the import is started at once.
  app.post(DEALS_UPLOAD_PATH, async (request, reply) => {
    const { existing } = request.query as { existing?: unknown };
    const chosen = EXISTING_DEALS.find((one) => one === existing);
    const found = await takeUpload(door, request, {
      kind: 'deals',
      permission: 'deals:write',
      unnamed: 'deals.csv',
      async before(call) {
        if (existing !== undefined && !chosen)
          throw badInput([{ path: 'existing', message: 'Write update or skip.' }]);
        await needPipeline(call);
      },
      inspect: inspectDeals,
      after: async (call, row) => showDealImport(call, chosen ? await startDeals(call, row, chosen) : row),
    });
    return reply.status(201).send(found);
  });
  serveRejected(app, door, 'deals', DEALS_UPLOAD_PATH, 'deals:write');
};
