// Texts of the board of deals: its keys, what a new deal needs, and what is asked for on the way to another stage.
import { catalogue } from '#web/i18n.ts';

export const boardMessages = catalogue({
  en: {
    missing: {
      title: 'Move to {stage}',
      text: 'In this stage “{title}” needs more than it has.',
      why: 'Say why “{title}” was lost, if you know.',
      move: 'Move deal',
      noReasons: 'There are no reasons yet: an administrator adds them in the settings of deals.',
    },
    needs: {
      contacts: 'Choose at least one contact',
      title: 'Give the deal a title',
      all: 'Every deal needs this',
      stage: 'Deals in “{stage}” need this',
    },
    keys: {
      title: 'Deals',
      nextStage: 'Move to the next stage',
      stageBefore: 'Move to the stage before',
      up: 'Move up',
      down: 'Move down',
    },
  },
  it: {
    missing: {
      title: 'Sposta in {stage}',
      text: 'In questa fase a “{title}” serve più di ciò che ha.',
      why: 'Se lo sai, indica perché “{title}” è stata persa.',
      move: 'Sposta trattativa',
      noReasons:
        'Non ci sono ancora motivi: un amministratore li aggiunge nelle impostazioni delle trattative.',
    },
    needs: {
      contacts: 'Scegli almeno un contatto',
      title: 'Dai un titolo alla trattativa',
      all: 'Serve a ogni trattativa',
      stage: 'Serve alle trattative in “{stage}”',
    },
    keys: {
      title: 'Trattative',
      nextStage: 'Sposta nella fase successiva',
      stageBefore: 'Sposta nella fase precedente',
      up: 'Sposta su',
      down: 'Sposta giù',
    },
  },
  es: {
    missing: {
      title: 'Mover a {stage}',
      text: 'En esta etapa «{title}» necesita más de lo que tiene.',
      why: 'Si lo sabes, indica por qué se perdió «{title}».',
      move: 'Mover negocio',
      noReasons: 'Aún no hay motivos: un administrador los añade en los ajustes de negocios.',
    },
    needs: {
      contacts: 'Elige al menos un contacto',
      title: 'Ponle un título al negocio',
      all: 'Todo negocio lo necesita',
      stage: 'Los negocios en «{stage}» lo necesitan',
    },
    keys: {
      title: 'Negocios',
      nextStage: 'Mover a la etapa siguiente',
      stageBefore: 'Mover a la etapa anterior',
      up: 'Mover arriba',
      down: 'Mover abajo',
    },
  },
});
