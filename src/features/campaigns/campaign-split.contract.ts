// Shapes of a test of variants: which templates, how many people each, what decides, and how it stands.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';
import { CampaignVariables } from './campaign-variables.contract.ts';

export const MEASURES = ['read', 'replied', 'clicked', 'link_clicked', 'by_hand'] as const;
export const Measure = z.enum(MEASURES);
export type Measure = z.infer<typeof Measure>;

const Share = z.int().min(1, 'At least 1 %').max(99, 'At most 99 %').describe('Per cent of the audience');

export const CampaignSplit = z
  .object({
    share: Share.describe('Per cent of the audience who get the campaign’s own template in the test'),
    others: z
      .array(z.object({ templateId: z.uuid(), variables: CampaignVariables, share: Share }))
      .min(1)
      .max(4)
      .describe('Further templates to try'),
    measure: Measure.describe('Whose rate decides; `by_hand`: a person chooses'),
    waitMinutes: z
      .int()
      .min(5)
      .max(10_080)
      .describe('From when the last message of the test has left until the winner is chosen'),
  })
  .refine(({ share, others }) => others.reduce((sum, other) => sum + other.share, share) <= 100, {
    path: ['share'],
    message: 'The shares add up to more than 100 %',
  });
export type CampaignSplit = z.infer<typeof CampaignSplit>;

export const CERTAINTIES = ['too_few', 'chance', 'likely', 'clear'] as const;

export const VariantFigures = z.object({
  people: z.int().describe('People of the test who get it'),
  sent: z.int(),
  delivered: z.int(),
  read: z.int(),
  failed: z.int(),
  replied: z.int(),
  clicked: z.int(),
  linkClicked: z.int(),
  optedOut: z.int(),
});
export type VariantFigures = z.infer<typeof VariantFigures>;

export const SplitReport = z.object({
  phase: z
    .enum(['testing', 'waiting', 'decided'])
    .describe('The test is being sent; its answers are waited for; the winner is known'),
  measure: Measure,
  decidesAt: Instant.nullable().describe('When the winner is chosen'),
  winner: z.int().nullable().describe('Position of the variant that the others of the audience get'),
  decidedBy: z.string().nullable().describe('Who chose; null: the figures did'),
  decidedAt: Instant.nullable(),
  variants: z.array(
    z.object({
      position: z.int(),
      share: z.int(),
      template: z.object({ id: Id, name: z.string(), language: z.string() }),
      figures: VariantFigures,
      rate: z.number().nullable().describe('By the measure, of those delivered; null before any was'),
    }),
  ),
  verdict: z.object({
    leader: z.int().describe('Position of the variant with the best rate'),
    certainty: z
      .enum(CERTAINTIES)
      .describe(
        'Whether the difference to the next best is more than chance: clear below 5 %, likely below 20 %',
      ),
    text: z.string().describe('The same in words'),
  }),
});
export type SplitReport = z.infer<typeof SplitReport>;
