// Texts of the settings area.
import { catalogue } from '#web/i18n.ts';

export const settingsMessages = catalogue({
  en: {
    title: 'Settings',
    navigation: 'Settings navigation',
    profile: {
      title: 'Profile',
      name: 'Name',
      email: 'E-mail',
      language: 'Language',
      languageBrowser: 'As the browser',
      theme: 'Theme',
      save: 'Save',
      saved: 'Saved',
    },
  },
  it: {
    title: 'Impostazioni',
    navigation: 'Navigazione delle impostazioni',
    profile: {
      title: 'Profilo',
      name: 'Nome',
      email: 'E-mail',
      language: 'Lingua',
      languageBrowser: 'Come il browser',
      theme: 'Tema',
      save: 'Salva',
      saved: 'Salvato',
    },
  },
  es: {
    title: 'Ajustes',
    navigation: 'Navegación de los ajustes',
    profile: {
      title: 'Perfil',
      name: 'Nombre',
      email: 'Correo electrónico',
      language: 'Idioma',
      languageBrowser: 'Como el navegador',
      theme: 'Tema',
      save: 'Guardar',
      saved: 'Guardado',
    },
  },
});
