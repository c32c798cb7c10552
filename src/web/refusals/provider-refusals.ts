// What the server refuses around addresses that it calls, SMS and price lists, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const PROVIDER_REFUSALS: readonly Sentence[] = [
  // Addresses that are called
  [
    'The address could not be reached.',
    'L’indirizzo non è raggiungibile.',
    'No se pudo llegar a la dirección.',
  ],
  ['This is not a web address.', 'Non è un indirizzo web.', 'No es una dirección web.'],
  [
    'Only http and https addresses can be called.',
    'Si possono chiamare solo indirizzi http e https.',
    'Solo se puede llamar a direcciones http y https.',
  ],
  [
    'Put credentials in a header, not in the address.',
    'Metti le credenziali in un’intestazione, non nell’indirizzo.',
    'Pon las credenciales en una cabecera, no en la dirección.',
  ],
  [
    'The host of this address does not exist.',
    'L’host di questo indirizzo non esiste.',
    'El host de esta dirección no existe.',
  ],
  [
    'This address points into a private network, which is not allowed.',
    'Questo indirizzo punta a una rete privata, e non è permesso.',
    'Esta dirección apunta a una red privada, y no está permitido.',
  ],
  [
    'The answer is larger than allowed.',
    'La risposta è più grande di quanto permesso.',
    'La respuesta es mayor de lo permitido.',
  ],
  [
    'This cursor is not valid for this list. Start again without a cursor.',
    'Questa posizione non vale per questa lista. Ricarica la pagina.',
    'Esta posición no vale para esta lista. Recarga la página.',
  ],
  // Conversions
  ['Choose the WhatsApp account.', 'Scegli l’account WhatsApp.', 'Elige la cuenta de WhatsApp.'],
  [
    'Digits only: copy the id from Meta Events Manager.',
    'Solo cifre: copia l’id da Gestione eventi di Meta.',
    'Solo cifras: copia el id del Administrador de eventos de Meta.',
  ],
  [
    'Give the id of the dataset, or find it.',
    'Dai l’id del set di dati, o cercalo.',
    'Da el id del conjunto de datos, o búscalo.',
  ],
  [
    'Letters and digits, such as TEST12345',
    'Lettere e cifre, come TEST12345',
    'Letras y cifras, como TEST12345',
  ],
  [
    'Save a test code first: without it the event would count for advertisements.',
    'Prima salva un codice di prova: senza, l’evento conterebbe per la pubblicità.',
    'Guarda antes un código de prueba: sin él, el evento contaría para los anuncios.',
  ],
  [
    'Save the WhatsApp account and its dataset first.',
    'Prima salva l’account WhatsApp e il suo set di dati.',
    'Guarda antes la cuenta de WhatsApp y su conjunto de datos.',
  ],
  [
    'The WhatsApp account is not connected any more.',
    'L’account WhatsApp non è più collegato.',
    'La cuenta de WhatsApp ya no está conectada.',
  ],
  [
    'This WhatsApp account is not connected.',
    'Questo account WhatsApp non è collegato.',
    'Esta cuenta de WhatsApp no está conectada.',
  ],
  [
    'This is not the dataset of the chosen account: find it, or choose the account of this one.',
    'Questo non è il set di dati dell’account scelto: trovalo, o scegli l’account di questo.',
    'Este no es el conjunto de datos de la cuenta elegida: búscalo, o elige la cuenta de este.',
  ],
  [
    'Meta does not accept this access token: paste a valid one, or leave it out and connect the account again.',
    'Meta non accetta questo token di accesso: incollane uno valido, o lascialo vuoto e ricollega l’account.',
    'Meta no acepta este token de acceso: pega uno válido, o déjalo vacío y vuelve a conectar la cuenta.',
  ],
  // SMS and prices
  [
    'A number, or up to 11 letters and digits',
    'Un numero, o fino a 11 lettere e cifre',
    'Un número, o hasta 11 letras y cifras',
  ],
  [
    'A field of the request must hold %%REFERENCE%% for that',
    'Per questo un campo della richiesta deve contenere %%REFERENCE%%',
    'Para eso un campo de la petición debe contener %%REFERENCE%%',
  ],
  [
    'A field of the request must hold {names}',
    'Un campo della richiesta deve contenere {names}',
    'Un campo de la petición debe contener {names}',
  ],
  ['At most 2 MB', 'Al massimo 2 MB', 'Como mucho 2 MB'],
  ['The file is empty', 'Il file è vuoto', 'El archivo está vacío'],
  ['The file has no rates', 'Il file non ha prezzi', 'El archivo no tiene precios'],
  [
    'The first line must name the columns {columns}; missing: {missing}',
    'La prima riga deve nominare le colonne {columns}; mancano: {missing}',
    'La primera línea debe nombrar las columnas {columns}; faltan: {missing}',
  ],
  [
    'Another currency than line {line}, which it continues',
    'Una valuta diversa dalla riga {line}, che continua',
    'Otra moneda que la línea {line}, a la que continúa',
  ],
  [
    'Says the same market, category, day and tier as line {line}',
    'Dice lo stesso mercato, categoria, giorno e scaglione della riga {line}',
    'Dice el mismo mercado, categoría, día y tramo que la línea {line}',
  ],
  [
    'The first tier must begin at 0: a row with tier_from 0 is missing',
    'Il primo scaglione deve iniziare da 0: manca una riga con tier_from 0',
    'El primer tramo debe empezar en 0: falta una fila con tier_from 0',
  ],
  [
    '“{text}” is no category: use {names}',
    '“{text}” non è una categoria: usa {names}',
    '“{text}” no es una categoría: usa {names}',
  ],
  [
    '“{text}” is no currency: write three letters such as EUR',
    '“{text}” non è una valuta: scrivi tre lettere come EUR',
    '“{text}” no es una moneda: escribe tres letras como EUR',
  ],
  [
    '“{text}” is no day: write it like 2026-07-01',
    '“{text}” non è un giorno: scrivilo come 2026-07-01',
    '“{text}” no es un día: escríbelo como 2026-07-01',
  ],
  [
    '“{text}” is no market: write a country such as BR, a calling code such as +55, or * for the rest',
    '“{text}” non è un mercato: scrivi un paese come BR, un prefisso come +55, o * per il resto',
    '“{text}” no es un mercado: escribe un país como BR, un prefijo como +55, o * para el resto',
  ],
  [
    '“{text}” is no number of messages: write digits only, such as 250000',
    '“{text}” non è un numero di messaggi: scrivi solo cifre, come 250000',
    '“{text}” no es un número de mensajes: escribe solo cifras, como 250000',
  ],
  [
    '“{text}” is no price: write the price of one message with a point and at most 6 decimals, such as 0.0350',
    '“{text}” non è un prezzo: scrivi il prezzo di un messaggio con il punto e al massimo 6 decimali, come 0.0350',
    '“{text}” no es un precio: escribe el precio de un mensaje con punto y como mucho 6 decimales, como 0.0350',
  ],
];
