// What names the pages of deals where they are offered: in the navigation and the palette.
import { catalogue } from '#web/i18n.ts';

export const dealsNavMessages = catalogue({
  en: { title: 'Deals', new: 'New deal' },
  it: { title: 'Trattative', new: 'Nuova trattativa' },
  es: { title: 'Negocios', new: 'Nuevo negocio' },
});
