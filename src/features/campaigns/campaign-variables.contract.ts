// Where the values of a template's variables come from in a campaign.
import { z } from 'zod';

export const CampaignVariables = z
  .record(
    z.string().max(80),
    z.union([
      z.object({
        field: z.string().max(40).describe('Code of a contact field, e.g. FIRST_NAME'),
        fallback: z.string().max(500).optional().describe('Used where the contact’s field is empty'),
      }),
      z.object({ text: z.string().max(1_000).describe('The same for everybody') }),
    ]),
  )
  .describe('Where the value of each template variable comes from, e.g. {"body.1": {"field": "FIRST_NAME"}}');
export type CampaignVariables = z.infer<typeof CampaignVariables>;
