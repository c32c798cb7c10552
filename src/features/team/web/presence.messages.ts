// Texts of what people are to their colleagues.
import { catalogue } from '#web/i18n.ts';

export const presenceMessages = catalogue({
  en: {
    label: 'What colleagues see',
    own: 'You are: {state}',
    online: 'Online',
    onlineText: 'Away after 10 minutes without a touch',
    away: 'Away',
    awayText: 'No new conversations by rules',
    busy: 'Do not disturb',
    busyText: 'No sound, no push, nothing from rules',
    offline: 'Not here',
  },
  it: {
    label: 'Che cosa vedono i colleghi',
    own: 'Sei: {state}',
    online: 'In linea',
    onlineText: 'Assente dopo 10 minuti senza un tocco',
    away: 'Assente',
    awayText: 'Nessuna nuova conversazione dalle regole',
    busy: 'Non disturbare',
    busyText: 'Niente suoni, push o conversazioni dalle regole',
    offline: 'Non c’è',
  },
  es: {
    label: 'Lo que ven los compañeros',
    own: 'Estás: {state}',
    online: 'En línea',
    onlineText: 'Ausente tras 10 minutos sin tocar nada',
    away: 'Ausente',
    awayText: 'Las reglas no te dan nuevas conversaciones',
    busy: 'No molestar',
    busyText: 'Sin sonidos, avisos push ni conversaciones de las reglas',
    offline: 'No está',
  },
});
