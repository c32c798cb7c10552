// Texts of the pieces that all pages share.
import { catalogue } from '#web/i18n.ts';

export const uiMessages = catalogue({
  en: {
    readGuide: 'Read the guide',
    moreActions: 'More actions',
    error: {
      title: 'Something went wrong',
      network: 'The server cannot be reached',
      networkText: 'Check your connection, then try again.',
      forbidden: 'You may not see this',
      notFound: 'This does not exist',
      nothingLost: 'Nothing was lost.',
      retry: 'Try again',
      requestId: 'Request id',
    },
  },
  it: {
    readGuide: 'Leggi la guida',
    moreActions: 'Altre azioni',
    error: {
      title: 'Qualcosa è andato storto',
      network: 'Il server non è raggiungibile',
      networkText: 'Controlla la connessione, poi riprova.',
      forbidden: 'Non puoi vedere questa pagina',
      notFound: 'Questo elemento non esiste',
      nothingLost: 'Non è andato perso nulla.',
      retry: 'Riprova',
      requestId: 'Id della richiesta',
    },
  },
  es: {
    readGuide: 'Leer la guía',
    moreActions: 'Más acciones',
    error: {
      title: 'Algo ha ido mal',
      network: 'No se puede conectar con el servidor',
      networkText: 'Comprueba la conexión y vuelve a intentarlo.',
      forbidden: 'No puedes ver esta página',
      notFound: 'Este elemento no existe',
      nothingLost: 'No se ha perdido nada.',
      retry: 'Reintentar',
      requestId: 'Id de la solicitud',
    },
  },
});
