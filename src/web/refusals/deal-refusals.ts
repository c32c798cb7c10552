// What the server refuses around deals, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const DEAL_REFUSALS: readonly Sentence[] = [
  [
    'Somebody changed this deal meanwhile. Look at it again, then change it.',
    'Qualcuno nel frattempo ha cambiato questa trattativa. Guardala di nuovo, poi cambiala.',
    'Alguien ha cambiado este negocio mientras tanto. Míralo de nuevo y cámbialo.',
  ],
  [
    'This stage was deleted just now.',
    'Questa fase è stata appena eliminata.',
    'Esta etapa se acaba de eliminar.',
  ],
  [
    'This person does not belong to the workspace.',
    'Questa persona non fa parte dello spazio di lavoro.',
    'Esta persona no pertenece al espacio de trabajo.',
  ],
  [
    'This stage is of another pipeline.',
    'Questa fase è di un’altra pipeline.',
    'Esta etapa es de otro embudo.',
  ],
  [
    'Only a lost deal has a reason why it was lost.',
    'Solo una trattativa persa ha un motivo della perdita.',
    'Solo un negocio perdido tiene un motivo de pérdida.',
  ],
  ['Say whose deal it is.', 'Di’ di chi è la trattativa.', 'Di de quién es el negocio.'],
  ['Say what is to be done', 'Di’ che cosa c’è da fare', 'Di qué hay que hacer'],
  ['That is too long ago', 'È troppo tempo fa', 'Hace demasiado tiempo de eso'],
  ['Write the month as 2026-11', 'Scrivi il mese come 2026-11', 'Escribe el mes como 2026-11'],
  [
    'There is no pipeline yet. Create one first: deals go through it.',
    'Non c’è ancora una pipeline. Prima creane una: le trattative la percorrono.',
    'Aún no hay ningún embudo. Crea uno primero: los negocios pasan por él.',
  ],
  [
    'There is no pipeline yet. Create one first.',
    'Non c’è ancora una pipeline. Prima creane una.',
    'Aún no hay ningún embudo. Crea uno primero.',
  ],
  ['Give the reason a name', 'Dai un nome al motivo', 'Ponle un nombre al motivo'],
  [
    'This holds a character that cannot be kept',
    'Contiene un carattere che non si può conservare',
    'Contiene un carácter que no se puede guardar',
  ],
  ['{word} is one line', '{word} sta su una riga', '{word} ocupa una sola línea'],
  ['Give the deal a title', 'Dai un titolo alla trattativa', 'Ponle un título al negocio'],
  ['At most 50 contacts', 'Al massimo 50 contatti', 'Como mucho 50 contactos'],
  ['Choose at least one contact', 'Scegli almeno un contatto', 'Elige al menos un contacto'],
  [
    'Use a currency of ISO 4217, three letters, such as EUR',
    'Usa una valuta ISO 4217, tre lettere, come EUR',
    'Usa una moneda ISO 4217, tres letras, como EUR',
  ],
  ['Give the {noun} a name', 'Dai un nome ({noun})', 'Pon un nombre ({noun})'],
  [
    '{count} deals have the reference {reference}. Name the one that you mean by its id.',
    '{count} trattative hanno il riferimento {reference}. Indica quella che intendi con il suo id.',
    '{count} negocios tienen la referencia {reference}. Indica el que quieres por su id.',
  ],
  [
    'Its contacts were erased: create a new deal instead.',
    'I suoi contatti sono stati cancellati: crea una nuova trattativa.',
    'Sus contactos se borraron: crea un negocio nuevo.',
  ],
  [
    'A deal in the stage “{stage}” needs {word}.',
    'A una trattativa nella fase “{stage}” serve {word}.',
    'Un negocio en la etapa “{stage}” necesita {word}.',
  ],
  ['A deal needs {word}.', 'A una trattativa serve {word}.', 'Un negocio necesita {word}.'],
  // Settings
  ['There are {count} reasons already.', 'Ci sono già {count} motivi.', 'Ya hay {count} motivos.'],
  ['Name each reason once.', 'Nomina ogni motivo una volta.', 'Nombra cada motivo una vez.'],
  ['There is a reason “{name}” already.', 'C’è già un motivo “{name}”.', 'Ya hay un motivo “{name}”.'],
  [
    'There are {count} pipelines already, which is the most. Delete one without deals first.',
    'Ci sono già {count} pipeline, di più non si può. Prima eliminane una senza trattative.',
    'Ya hay {count} embudos, el máximo. Elimina antes uno sin negocios.',
  ],
  ['Name each pipeline once.', 'Nomina ogni pipeline una volta.', 'Nombra cada embudo una vez.'],
  [
    'There are deals in this pipeline: move or delete them first.',
    'Ci sono trattative in questa pipeline: prima spostale o eliminale.',
    'Hay negocios en este embudo: muévelos o elimínalos antes.',
  ],
  ['There is a pipeline “{name}” already.', 'C’è già una pipeline “{name}”.', 'Ya hay un embudo “{name}”.'],
  [
    'Two stages would be called “{name}”.',
    'Due fasi si chiamerebbero “{name}”.',
    'Dos etapas se llamarían “{name}”.',
  ],
  [
    'There are {count} stages already, which is the most.',
    'Ci sono già {count} fasi, di più non si può.',
    'Ya hay {count} etapas, el máximo.',
  ],
  ['“{name}” stays at {share} %.', '“{name}” resta al {share} %.', '“{name}” se queda en el {share} %.'],
  [
    'Deals in Won and Lost do not get old.',
    'Le trattative vinte e perse non invecchiano.',
    'Los negocios ganados y perdidos no envejecen.',
  ],
  [
    'Only lost deals have a reason why they were lost.',
    'Solo le trattative perse hanno un motivo della perdita.',
    'Solo los negocios perdidos tienen un motivo de pérdida.',
  ],
  [
    'Name each open stage of the pipeline once; Won and Lost stay the last.',
    'Nomina ogni fase aperta della pipeline una volta; Vinta e Persa restano le ultime.',
    'Nombra una vez cada etapa abierta del embudo; Ganado y Perdido se quedan al final.',
  ],
  [
    '“{name}” belongs to every pipeline and cannot be deleted.',
    '“{name}” fa parte di ogni pipeline e non si può eliminare.',
    '“{name}” forma parte de todos los embudos y no se puede eliminar.',
  ],
  [
    'A pipeline needs a stage to begin with: add another one first.',
    'A una pipeline serve una fase con cui iniziare: prima aggiungine un’altra.',
    'Un embudo necesita una etapa con la que empezar: añade otra antes.',
  ],
  [
    'There are deals in this stage: move or delete them first.',
    'Ci sono trattative in questa fase: prima spostale o eliminale.',
    'Hay negocios en esta etapa: muévelos o elimínalos antes.',
  ],
  ['There is a stage “{name}” already.', 'C’è già una fase “{name}”.', 'Ya hay una etapa “{name}”.'],
  [
    'The period ends before it begins.',
    'Il periodo finisce prima di iniziare.',
    'El periodo termina antes de empezar.',
  ],
  [
    '{currency} is the workspace’s currency: it is always 1.',
    '{currency} è la valuta dello spazio di lavoro: vale sempre 1.',
    '{currency} es la moneda del espacio de trabajo: siempre vale 1.',
  ],
  // Exchange rates and deals from a file
  [
    'The first line must name the columns currency and rate.',
    'La prima riga deve nominare le colonne currency e rate.',
    'La primera línea debe nombrar las columnas currency y rate.',
  ],
  ['There is no rate in it.', 'Non contiene alcun cambio.', 'No contiene ningún tipo de cambio.'],
  ['At most 200 rates.', 'Al massimo 200 cambi.', 'Como mucho 200 tipos de cambio.'],
  ['A quote is not closed.', 'Una virgoletta non è chiusa.', 'Unas comillas no están cerradas.'],
  [
    'The rate must be a number above 0, such as 0.92.',
    'Il cambio deve essere un numero maggiore di 0, come 0,92.',
    'El tipo de cambio debe ser un número mayor que 0, como 0,92.',
  ],
  ['Write the date as 2026-11-21.', 'Scrivi la data come 2026-11-21.', 'Escribe la fecha como 2026-11-21.'],
  ['Line {line}: {rest}', 'Riga {line}: {rest}', 'Línea {line}: {rest}'],
  // Goals
  [
    'The last month is before the first.',
    'L’ultimo mese viene prima del primo.',
    'El último mes es anterior al primero.',
  ],
  [
    'At most {count} months at once.',
    'Al massimo {count} mesi alla volta.',
    'Como mucho {count} meses a la vez.',
  ],
];
