// What campaigns add to the command palette: beginning a new one, and finding one by name.
import { IconSpeakerphone } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';

export const newCampaignAction: PaletteAction = {
  id: 'campaigns.new',
  label: 'campaigns.new',
  icon: IconSpeakerphone,
  to: '/campaigns/new',
  permission: 'campaigns:write',
};

export const campaignSearch: PaletteSearch = {
  id: 'campaigns',
  label: 'campaigns.title',
  icon: IconSpeakerphone,
  permission: 'campaigns:read',
  find: async (typed, signal) => {
    const { items } = await client.campaigns.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, name, template }) => ({
      id,
      title: name,
      ...(template ? { detail: template.name } : {}),
      to: `/campaigns/${id}`,
    }));
  },
};
