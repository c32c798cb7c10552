// What the server refuses around signing in, people, hours and numbers, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const ACCOUNT_REFUSALS: readonly Sentence[] = [
  // Signing in
  [
    'E-mail or password is wrong.',
    'E-mail o password errati.',
    'El correo o la contraseña no son correctos.',
  ],
  ['The password is wrong.', 'La password è errata.', 'La contraseña no es correcta.'],
  ['The password is too short.', 'La password è troppo corta.', 'La contraseña es demasiado corta.'],
  ['The password is too long.', 'La password è troppo lunga.', 'La contraseña es demasiado larga.'],
  [
    'This link is no longer valid. Ask for a new one.',
    'Questo link non è più valido. Chiedine uno nuovo.',
    'Este enlace ya no es válido. Pide uno nuevo.',
  ],
  [
    'This code is wrong. Take the one that your authenticator shows now.',
    'Questo codice è errato. Prendi quello che la tua app mostra adesso.',
    'Este código no es correcto. Usa el que tu aplicación muestra ahora.',
  ],
  [
    'This backup code is wrong, or was used before.',
    'Questo codice di riserva è errato, o è già stato usato.',
    'Este código de reserva no es correcto, o ya se ha usado.',
  ],
  [
    'The sign-in took too long. Start again with your password.',
    'L’accesso è durato troppo. Ricomincia dalla password.',
    'El inicio de sesión ha tardado demasiado. Empieza de nuevo con tu contraseña.',
  ],
  [
    'Too many wrong codes. Start again with your password.',
    'Troppi codici errati. Ricomincia dalla password.',
    'Demasiados códigos erróneos. Empieza de nuevo con tu contraseña.',
  ],
  [
    'Two-step verification is not set up.',
    'La verifica in due passaggi non è impostata.',
    'La verificación en dos pasos no está configurada.',
  ],
  [
    'Two-step verification is already on.',
    'La verifica in due passaggi è già attiva.',
    'La verificación en dos pasos ya está activada.',
  ],
  [
    'Two-step verification is not on.',
    'La verifica in due passaggi non è attiva.',
    'La verificación en dos pasos no está activada.',
  ],
  [
    'There are no backup codes for this account.',
    'Non ci sono codici di riserva per questo account.',
    'No hay códigos de reserva para esta cuenta.',
  ],
  [
    'The request could not be read. Check its fields.',
    'La richiesta non è leggibile. Controlla i campi.',
    'La petición no se pudo leer. Revisa sus campos.',
  ],
  ['Use at least {count} characters.', 'Usa almeno {count} caratteri.', 'Usa al menos {count} caracteres.'],
  [
    'Use at most {count} characters.',
    'Usa al massimo {count} caratteri.',
    'Usa como mucho {count} caracteres.',
  ],
  [
    'Use at least four different characters.',
    'Usa almeno quattro caratteri diversi.',
    'Usa al menos cuatro caracteres distintos.',
  ],
  [
    'This password is among those that are tried first.',
    'Questa password è tra quelle che si provano per prime.',
    'Esta contraseña es de las que se prueban primero.',
  ],
  [
    'Do not use your e-mail address as password.',
    'Non usare il tuo indirizzo e-mail come password.',
    'No uses tu dirección de correo como contraseña.',
  ],
  [
    'Too many tries. Wait {word}, then try again.',
    'Troppi tentativi. Aspetta {word}, poi riprova.',
    'Demasiados intentos. Espera {word} y prueba otra vez.',
  ],
  ['{count} seconds', '{count} secondi', '{count} segundos'],
  ['a minute', 'un minuto', 'un minuto'],
  ['{count} minutes', '{count} minuti', '{count} minutos'],
  // People
  [
    'You cannot give what you do not have: {permissions}.',
    'Non puoi dare ciò che non hai: {permissions}.',
    'No puedes dar lo que no tienes: {permissions}.',
  ],
  [
    'Only the demo workspace can be removed in one action; this one holds real work.',
    'Solo lo spazio di lavoro dimostrativo si può togliere in un colpo solo; questo contiene lavoro vero.',
    'Solo el espacio de demostración se puede quitar de una vez; este contiene trabajo real.',
  ],
  [
    'Use a country of ISO 3166, two letters, such as IT',
    'Usa un paese ISO 3166, due lettere, come IT',
    'Usa un país ISO 3166, dos letras, como IT',
  ],
  [
    'There is no such time zone. Choose one like Europe/Rome.',
    'Questo fuso orario non c’è. Scegline uno come Europe/Rome.',
    'No existe esta zona horaria. Elige una como Europe/Rome.',
  ],
  // Times
  [
    'This is not a time zone, write for example Europe/Rome',
    'Non è un fuso orario, scrivi per esempio Europe/Rome',
    'No es una zona horaria, escribe por ejemplo Europe/Rome',
  ],
  ['There was no year 0', 'L’anno 0 non c’è stato', 'No hubo año 0'],
  [
    'Give a clock time without a zone, such as 2026-11-21T09:00:00',
    'Dai un’ora senza fuso, come 2026-11-21T09:00:00',
    'Da una hora sin zona, como 2026-11-21T09:00:00',
  ],
  ['Write the time as 09:00', 'Scrivi l’ora come 09:00', 'Escribe la hora como 09:00'],
  [
    'Write the time as 09:30, at most 24:00',
    'Scrivi l’ora come 09:30, al massimo 24:00',
    'Escribe la hora como 09:30, como mucho 24:00',
  ],
  ['must look like 22:00', 'Scrivi l’ora come 22:00', 'Escribe la hora como 22:00'],
  [
    'The end must be later than the beginning',
    'La fine deve essere dopo l’inizio',
    'El final debe ser posterior al inicio',
  ],
  ['Leave at least one day open', 'Lascia aperto almeno un giorno', 'Deja abierto al menos un día'],
  // Numbers
  [
    'The number cannot be connected with these keys.',
    'Il numero non si può collegare con queste chiavi.',
    'El número no se puede conectar con estas claves.',
  ],
  [
    'The simulator did not answer as expected.',
    'Il simulatore non ha risposto come previsto.',
    'El simulador no respondió como se esperaba.',
  ],
  [
    'The account id is digits only.',
    'L’id dell’account ha solo cifre.',
    'El id de la cuenta solo tiene cifras.',
  ],
  [
    'The number’s id is digits only.',
    'L’id del numero ha solo cifre.',
    'El id del número solo tiene cifras.',
  ],
  [
    'The app secret is not that of the token’s app: without it no webhook can be trusted.',
    'Il segreto non è quello dell’app del token: senza di esso non ci si può fidare di alcun webhook.',
    'El secreto no es el de la app del token: sin él no se puede confiar en ningún webhook.',
  ],
  [
    'The number is not registered: register it.',
    'Il numero non è registrato: registralo.',
    'El número no está registrado: regístralo.',
  ],
  [
    'The token does not reach this account: check its id and give the token access to it.',
    'Il token non arriva a questo account: controlla l’id e dai al token l’accesso.',
    'El token no llega a esta cuenta: revisa su id y dale acceso al token.',
  ],
  [
    'The token does not reach this number: check its id (not the phone number itself).',
    'Il token non arriva a questo numero: controlla l’id (non il numero di telefono).',
    'El token no llega a este número: revisa su id (no el número de teléfono).',
  ],
  [
    'The token has expired: make a new one, best of a system user.',
    'Il token è scaduto: creane uno nuovo, meglio se di un utente di sistema.',
    'El token ha caducado: crea uno nuevo, mejor de un usuario del sistema.',
  ],
  [
    'The token lacks the permission {permission}: make a token that has it.',
    'Al token manca il permesso {permission}: crea un token che lo abbia.',
    'Al token le falta el permiso {permission}: crea un token que lo tenga.',
  ],
  [
    'This number is not one of the account’s: choose one of its numbers.',
    'Questo numero non è dell’account: scegli uno dei suoi numeri.',
    'Este número no es de la cuenta: elige uno de sus números.',
  ],
  [
    'Verify the number by text message or call first.',
    'Prima verifica il numero con un SMS o una chiamata.',
    'Verifica antes el número por SMS o llamada.',
  ],
  [
    'WhatsApp cannot be reached: try again.',
    'WhatsApp non è raggiungibile: riprova.',
    'No se puede llegar a WhatsApp: inténtalo de nuevo.',
  ],
  [
    'WhatsApp does not accept the token: copy the whole of it again.',
    'WhatsApp non accetta il token: copialo di nuovo per intero.',
    'WhatsApp no acepta el token: cópialo de nuevo entero.',
  ],
  [
    '{rest} Try again in a moment.',
    '{rest} Riprova tra un momento.',
    '{rest} Inténtalo de nuevo en un momento.',
  ],
  ['{rest} WhatsApp says: {detail}', '{rest} WhatsApp dice: {detail}', '{rest} WhatsApp dice: {detail}'],
];
