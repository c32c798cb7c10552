// The order of the test files: those known to take long begin first, so that none of them runs alone at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first; what is not named comes afterwards, larger files first. */
const SLOW = [
  'test/browser/every-page.test.ts',
  'test/browser/inbox.test.ts',
  'test/browser/demo.test.ts',
  'test/browser/main-journey.test.ts',
  'test/browser/first-days.test.ts',
  'test/several-workers.test.ts',
  'test/outage.test.ts',
  'test/start.test.ts',
  'test/hostile.test.ts',
  'src/features/sending/sending.test.ts',
  'src/features/campaigns/restraint.test.ts',
  'src/features/campaigns/campaigns.test.ts',
  'src/features/campaigns/outcomes.test.ts',
  'src/features/campaigns/follow-plan.test.ts',
  'src/features/people/throttle.test.ts',
  'test/permissions.test.ts',
  'src/features/imports/import-restart.test.ts',
  'src/jobs/jobs.test.ts',
  'src/features/sending/limits.test.ts',
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = SLOW.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? SLOW.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
