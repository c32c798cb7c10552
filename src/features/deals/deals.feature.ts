// What deals bring to the application: groups of operations, and running figures.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { dealActivitiesContract } from './deal-activities.contract.ts';
import { dealReportsContract } from './deal-report.contract.ts';
import { dealSettingsContract } from './deal-settings.contract.ts';
import { dealsContract } from './deals.contract.ts';
import { dealsRoutes } from './deals.routes.ts';
import { foldTalliesJob } from './jobs/fold-tallies.job.ts';
import { remindJob } from './jobs/remind.job.ts';
import {
  cloneDeal,
  createDeal,
  deleteDeal,
  deleteManyDeals,
  moveDeal,
  updateDeal,
} from './operations/change-deals.ts';
import { getSettings, updateSettings } from './operations/configure-deals.ts';
import {
  createLostReason,
  deleteLostReason,
  listLostReasons,
  reorderLostReasons,
  updateLostReason,
} from './operations/configure-lost-reasons.ts';
import {
  createPipeline,
  deletePipeline,
  listPipelines,
  reorderPipelines,
  updatePipeline,
} from './operations/configure-pipelines.ts';
import { importRates, listRates, setRates } from './operations/configure-rates.ts';
import { addStage, deleteStage, reorderStages, updateStage } from './operations/configure-stages.ts';
import { findDuplicates } from './operations/find-duplicates.ts';
import { dealsOfContact, getDeal } from './operations/get-deal.ts';
import { listDeals, totalDeals } from './operations/list-deals.ts';
import {
  countActivities,
  createActivity,
  deleteActivity,
  listActivities,
  updateActivity,
} from './operations/plan-activities.ts';
import { readTimeline } from './operations/read-timeline.ts';
import { reportDeals } from './operations/report-deals.ts';
import { setGoals, showGoals } from './operations/set-goals.ts';
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
    jobs: [foldTalliesJob, remindJob],
    routes: dealsRoutes,
  },
  {
    name: 'dealActivities',
    operations: pair(dealActivitiesContract, {
      list: listActivities,
      counts: countActivities,
      create: createActivity,
      update: updateActivity,
      delete: deleteActivity,
    }),
  },
  {
    name: 'dealReports',
    operations: pair(dealReportsContract, { report: reportDeals, goals: showGoals, setGoals }),
  },
  {
    name: 'dealSettings',
    operations: pair(dealSettingsContract, {
      get: getSettings,
      update: updateSettings,
      lostReasons: listLostReasons,
      createLostReason,
      updateLostReason,
      reorderLostReasons,
      deleteLostReason,
      rates: listRates,
      setRates,
      importRates,
    }),
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
