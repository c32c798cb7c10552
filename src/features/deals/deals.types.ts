// What the code of deals passes around: the part of a call that it needs, and rows as the database has them.
import type { Call } from '#operations/call.ts';
import type { Requirable, StageKind } from './deal-shapes.contract.ts';

export type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
export type DealCall = StoreCall &
  Pick<Call, 'actor' | 'permissions' | 'userId'> & {
    /** What is written comes from a file: it may have happened long ago. */
    fromFile?: true;
  };

export type StageRow = {
  id: string;
  pipelineId: string;
  pipelineName: string;
  name: string;
  kind: StageKind;
  probability: number;
  rottingDays: number | null;
  requiredFields: Requirable[];
};

/** What of a deal can be written. */
export type DealContent = {
  title: string;
  titleFrom: string | null;
  pipelineId: string;
  stageId: string;
  ownerId: string | null;
  amount: number | null;
  currency: string | null;
  /** A day, e.g. 2026-11-21. */
  closeDate: string | null;
  reference: string | null;
  lostReasonId: string | null;
  lostNote: string | null;
};

export type DealRow = DealContent & {
  id: string;
  place: number;
  state: StageKind;
  stageSince: Date;
  closedAt: Date | null;
  createdAt: Date;
  version: number;
};
