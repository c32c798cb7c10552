// What deals add to the command palette: creating one, and finding one by name or reference.
import { IconChecklist, IconCoins } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';

export const newDealAction: PaletteAction = {
  id: 'deals.new',
  label: 'dealsNav.new',
  icon: IconCoins,
  to: '/deals?new=true',
  permission: 'deals:write',
};

export const dealActivitiesAction: PaletteAction = {
  id: 'deals.activities',
  label: 'dealActivities.title',
  icon: IconChecklist,
  to: '/deals/activities',
  permission: 'deals:read',
};

export const dealSearch: PaletteSearch = {
  id: 'deals',
  label: 'dealsNav.title',
  icon: IconCoins,
  permission: 'deals:read',
  find: async (typed, signal) => {
    const { items } = await client.deals.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, title, stage, contacts }) => ({
      id,
      title,
      detail: [stage.name, contacts[0]?.name].filter(Boolean).join(' · '),
      to: `/deals/${id}`,
    }));
  },
};
