// What templates add to the command palette: writing a new one, and finding one by name or text.
import { IconTemplate } from '@tabler/icons-react';
import { client } from '#web/api.ts';
import type { PaletteAction, PaletteSearch } from '#web/palette/palette.ts';

export const newTemplateAction: PaletteAction = {
  id: 'templates.new',
  label: 'templates.new',
  icon: IconTemplate,
  to: '/templates/new',
  permission: 'templates:write',
};

export const templateSearch: PaletteSearch = {
  id: 'templates',
  label: 'templates.title',
  icon: IconTemplate,
  permission: 'templates:read',
  find: async (typed, signal) => {
    const { items } = await client.templates.list({ search: typed, limit: 5 }, { signal });
    return items.map(({ id, name, content }) => ({
      id,
      title: name,
      detail: content.body.text,
      to: `/templates?open=${id}`,
    }));
  },
};
