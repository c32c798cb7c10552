// What deals bring to the application: groups of operations, and running figures.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { dealsContract } from './deals.contract.ts';
import { foldTalliesJob } from './jobs/fold-tallies.job.ts';
import {
  cloneDeal,
  createDeal,
  deleteDeal,
  deleteManyDeals,
  moveDeal,
  updateDeal,
} from './operations/change-deals.ts';
import {
  createPipeline,
  deletePipeline,
  listPipelines,
  reorderPipelines,
  updatePipeline,
} from './operations/configure-pipelines.ts';
import { addStage, deleteStage, reorderStages, updateStage } from './operations/configure-stages.ts';
import { findDuplicates } from './operations/find-duplicates.ts';
import { dealsOfContact, getDeal } from './operations/get-deal.ts';
import { listDeals, totalDeals } from './operations/list-deals.ts';
import { readTimeline } from './operations/read-timeline.ts';
import { showBoard, showStage } from './operations/show-board.ts';
import { pipelinesContract } from './pipelines.contract.ts';

export const dealsFeatures: readonly Feature[] = [
  {
    name: 'deals',
    operations: pair(dealsContract, {
      list: listDeals,
      totals: totalDeals,
      board: showBoard,
      stage: showStage,
      duplicates: findDuplicates,
      ofContact: dealsOfContact,
      get: getDeal,
      timeline: readTimeline,
      create: createDeal,
      update: updateDeal,
      move: moveDeal,
      clone: cloneDeal,
      delete: deleteDeal,
      deleteMany: deleteManyDeals,
    }),
    jobs: [foldTalliesJob],
  },
  {
    name: 'pipelines',
    operations: pair(pipelinesContract, {
      list: listPipelines,
      create: createPipeline,
      update: updatePipeline,
      reorder: reorderPipelines,
      delete: deletePipeline,
      addStage,
      updateStage,
      reorderStages,
      deleteStage,
    }),
  },
];
