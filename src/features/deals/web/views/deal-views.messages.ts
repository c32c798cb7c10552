// Texts of the views of deals, besides those that all views have.
import { catalogue } from '#web/i18n.ts';

export const dealViewsMessages = catalogue({
  en: {
    title: 'Views of deals',
    example: 'My late offers',
    gone: {
      pipeline: 'a pipeline',
      owner: 'a person',
      contact: 'a contact',
      lost: 'a reason',
      reached: 'a stage',
    },
  },
  it: {
    title: 'Viste delle trattative',
    example: 'Le mie offerte in ritardo',
    gone: {
      pipeline: 'una pipeline',
      owner: 'una persona',
      contact: 'un contatto',
      lost: 'un motivo',
      reached: 'una fase',
    },
  },
  es: {
    title: 'Vistas de los negocios',
    example: 'Mis ofertas atrasadas',
    gone: {
      pipeline: 'un embudo',
      owner: 'una persona',
      contact: 'un contacto',
      lost: 'un motivo',
      reached: 'una etapa',
    },
  },
});
