// What the server calls the things that are not there, in the other languages.
import type { RefusalLanguage } from './refusal.ts';

export const NOUNS: Readonly<Record<string, Record<RefusalLanguage, string>>> = {
  'API key': { it: 'chiave API', es: 'clave de API' },
  campaign: { it: 'campagna', es: 'campaña' },
  category: { it: 'categoria', es: 'categoría' },
  contact: { it: 'contatto', es: 'contacto' },
  conversation: { it: 'conversazione', es: 'conversación' },
  field: { it: 'campo', es: 'campo' },
  file: { it: 'file', es: 'archivo' },
  import: { it: 'importazione', es: 'importación' },
  invitation: { it: 'invito', es: 'invitación' },
  list: { it: 'lista', es: 'lista' },
  member: { it: 'membro', es: 'miembro' },
  message: { it: 'messaggio', es: 'mensaje' },
  number: { it: 'numero', es: 'número' },
  picture: { it: 'immagine', es: 'imagen' },
  plan: { it: 'piano', es: 'plan' },
  'push device': { it: 'dispositivo', es: 'dispositivo' },
  recipient: { it: 'destinatario', es: 'destinatario' },
  segment: { it: 'segmento', es: 'segmento' },
  status: { it: 'stato', es: 'estado' },
  tag: { it: 'tag', es: 'etiqueta' },
  template: { it: 'template', es: 'plantilla' },
  ticket: { it: 'ticket', es: 'ticket' },
  'uploaded file': { it: 'file caricato', es: 'archivo subido' },
  webhook: { it: 'webhook', es: 'webhook' },
};
