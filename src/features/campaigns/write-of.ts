// Spells what a person wrote of a campaign as its row holds it; what was left out stays.
import type { z } from 'zod';
import type { campaignWritable } from './campaigns.contract.ts';
import type { CampaignWrite } from './campaigns-writing.store.ts';

type Written = Partial<z.output<z.ZodObject<typeof campaignWritable>>>;

export function writeOf(input: Written): CampaignWrite {
  const { name, numberId, templateId, variables, audience, links, split, planned, hours } = input;
  const { errorLimit, smsFallback, wishedStart } = input;
  return {
    ...(name === undefined ? {} : { name }),
    ...(numberId === undefined ? {} : { number_id: numberId }),
    ...(templateId === undefined ? {} : { template_id: templateId }),
    ...(variables === undefined ? {} : { variables }),
    ...(audience === undefined ? {} : { audience }),
    ...(links === undefined ? {} : { links }),
    ...(split === undefined ? {} : { split }),
    ...(planned === undefined ? {} : { planned }),
    ...(hours === undefined ? {} : { hours }),
    ...(errorLimit === undefined ? {} : { error_limit: errorLimit }),
    ...(smsFallback === undefined ? {} : { sms_text: smsFallback?.text ?? null }),
    ...(wishedStart === undefined
      ? {}
      : {
          wished_time: wishedStart?.at ?? null,
          wished_each_zone: wishedStart?.eachCustomersZone ?? false,
        }),
  };
}
