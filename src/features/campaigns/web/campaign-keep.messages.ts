// Texts of making a list or a tag from the people of a figure.
import { catalogue } from '#web/i18n.ts';

export const campaignKeepMessages = catalogue({
  en: {
    open: 'Make a list or tag',
    who: 'Everybody of this campaign shown as “{state}”.',
    everybody:
      'Everybody of this campaign, also those who were left out. Choose a figure above to take fewer.',
    as: 'As what',
    list: 'List',
    tag: 'Tag',
    name: 'Name',
    nameHelp: 'A name that exists already gets these people added.',
    keep: 'Add people',
    done: '{count, plural, one {# contact} other {# contacts}} in “{name}”',
    goesOn: '{count, plural, one {# contact} other {# contacts}} in “{name}”; the rest follows',
  },
  it: {
    open: 'Crea lista o tag',
    who: 'Tutti quelli di questa campagna mostrati come “{state}”.',
    everybody:
      'Tutti quelli di questa campagna, anche gli esclusi. Scegli una cifra sopra per prenderne meno.',
    as: 'Come',
    list: 'Lista',
    tag: 'Tag',
    name: 'Nome',
    nameHelp: 'Se il nome esiste già, queste persone si aggiungono.',
    keep: 'Aggiungi persone',
    done: '{count, plural, one {# contatto} other {# contatti}} in “{name}”',
    goesOn: '{count, plural, one {# contatto} other {# contatti}} in “{name}”; gli altri seguono',
  },
  es: {
    open: 'Crear lista o etiqueta',
    who: 'Todos los de esta campaña que se muestran como «{state}».',
    everybody: 'Todos los de esta campaña, también los excluidos. Elige una cifra arriba para tomar menos.',
    as: 'Como',
    list: 'Lista',
    tag: 'Etiqueta',
    name: 'Nombre',
    nameHelp: 'Si el nombre ya existe, se le añaden estas personas.',
    keep: 'Añadir personas',
    done: '{count, plural, one {# contacto} other {# contactos}} en «{name}»',
    goesOn: '{count, plural, one {# contacto} other {# contactos}} en «{name}»; los demás siguen',
  },
});
