// The name of the settings page of the team, and of what people are to each other.
import { catalogue } from '#web/i18n.ts';

export const teamMessages = catalogue({
  en: { title: 'Team inbox' },
  it: { title: 'Squadra e chat' },
  es: { title: 'Equipo y chats' },
});
