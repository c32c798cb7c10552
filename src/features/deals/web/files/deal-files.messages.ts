// Texts of taking deals along as a file, and of loading them from one.
import { catalogue } from '#web/i18n.ts';

export const dealFilesMessages = catalogue({
  en: {
    export: 'Export {count, plural, one {# deal} other {# deals}} as CSV',
    import: 'Import deals…',
  },
  it: {
    export: 'Esporta {count, plural, one {# trattativa} other {# trattative}} in CSV',
    import: 'Importa trattative…',
  },
  es: {
    export: 'Exportar {count, plural, one {# negocio} other {# negocios}} como CSV',
    import: 'Importar negocios…',
  },
});
