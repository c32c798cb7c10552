// What deals add to the command palette: creating one, and finding one by name or reference.
import { IconBookmark, IconChecklist, IconCoins } from '@tabler/icons-react';
import { defaultStringifySearch } from '@tanstack/react-router';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';
import { PAGES, searchOfView } from './views/deal-view-search.ts';

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

export const dealViewSearch: PaletteSearch = {
  id: 'dealViews',
  label: 'dealViews.title',
  icon: IconBookmark,
  permission: 'deals:read',
  find: async (typed, signal) => {
    const { items } = await client.dealViews.list({}, { signal });
    const words = typed.toLocaleLowerCase();
    return items
      .filter((view) => view.name.toLocaleLowerCase().includes(words))
      .slice(0, 5)
      .map((view) => ({
        id: view.id,
        title: view.name,
        to: `${PAGES[view.filter.page]}${defaultStringifySearch(searchOfView(view))}`,
      }));
  },
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
