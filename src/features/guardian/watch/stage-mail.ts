// What owners are told by mail when the guardian stops a number or frees it, in their language. Pure.
import type { StageState } from './quality-stage.ts';

export type StageNews = Pick<StageState, 'stage' | 'cause' | 'relapses'> & {
  phone: string;
  /** When the stop or the recovery ends, as the owner writes days; null: nobody knows. */
  until: string | null;
  /** People a day while the number recovers. */
  perDay: number;
};

export type StageMail = { subject: string; lines: string[]; look: string };

type Words = Record<StageState['stage'], (news: StageNews) => { subject: string; lines: string[] }> & {
  look: string;
};

const WORDS: Record<'en' | 'it' | 'es', Words> = {
  en: {
    stopped: ({ phone, cause, relapses, until }) => ({
      subject: `Campaigns from ${phone} were stopped: its quality is low`,
      lines: [
        `${cause === 'flagged' ? `WhatsApp flagged ${phone}` : `People blocked or reported ${phone} too often`}${relapses > 0 ? ', again' : ''}. Campaigns from it rest until ${until}. Answers to customers who wrote to you go on.`,
        'Nobody was lost: who still waits stays with the paused campaigns, and these go on only when somebody resumes them.',
        'Use the rest: look at the profile, write the text anew, and leave out people who never answered.',
      ],
    }),
    recovering: ({ phone, until, perDay }) => ({
      subject: `${phone} recovers: small campaigns may go on`,
      lines: [
        `The rest of ${phone} is over. Until ${until} campaigns from it reach at most ${perDay} people a day.`,
        'Paused campaigns wait until somebody resumes them. Look at the quality a day after each: if it is low again, campaigns are stopped again.',
      ],
    }),
    free: ({ phone }) => ({
      subject: `${phone} may send campaigns again`,
      lines: [`${phone} has recovered: campaigns may send from it again, as its sending plan lets them.`],
    }),
    restricted: ({ phone }) => ({
      subject: `Meta restricted ${phone}`,
      lines: [
        `Meta restricted ${phone}: campaigns from it wait until the restriction ends. Answers to customers go on where Meta lets them.`,
        'The reason is in Meta’s Business Manager, under account quality.',
      ],
    }),
    banned: ({ phone }) => ({
      subject: `Meta banned ${phone}`,
      lines: [
        `Meta banned ${phone}: nothing can be sent from it.`,
        'You can appeal; WhatsApp decides. The number’s health page has the steps and writes the appeal with you.',
      ],
    }),
    look: 'See what to do',
  },
  it: {
    stopped: ({ phone, cause, relapses, until }) => ({
      subject: `Campagne di ${phone} fermate: la qualità è bassa`,
      lines: [
        `${cause === 'flagged' ? `WhatsApp ha contrassegnato ${phone}` : `Troppe persone hanno bloccato o segnalato ${phone}`}${relapses > 0 ? ', di nuovo' : ''}. Le sue campagne riposano fino al ${until}. Le risposte ai clienti che ti hanno scritto continuano.`,
        'Nessuno è andato perso: chi aspetta resta nelle campagne in pausa, che ripartono solo quando qualcuno le riprende.',
        'Sfrutta la pausa: controlla il profilo, riscrivi il testo e lascia fuori chi non ha mai risposto.',
      ],
    }),
    recovering: ({ phone, until, perDay }) => ({
      subject: `${phone} si riprende: sono ammesse piccole campagne`,
      lines: [
        `La pausa di ${phone} è finita. Fino al ${until} le sue campagne raggiungono al massimo ${perDay} persone al giorno.`,
        'Le campagne in pausa aspettano che qualcuno le riprenda. Guarda la qualità un giorno dopo ognuna: se torna bassa, le campagne vengono fermate di nuovo.',
      ],
    }),
    free: ({ phone }) => ({
      subject: `${phone} può di nuovo inviare campagne`,
      lines: [
        `${phone} si è ripreso: le campagne possono di nuovo partire da questo numero, secondo il piano di invio.`,
      ],
    }),
    restricted: ({ phone }) => ({
      subject: `Meta ha limitato ${phone}`,
      lines: [
        `Meta ha limitato ${phone}: le sue campagne aspettano la fine della limitazione. Le risposte ai clienti continuano dove Meta le permette.`,
        'Il motivo è nel Business Manager di Meta, alla voce qualità dell’account.',
      ],
    }),
    banned: ({ phone }) => ({
      subject: `Meta ha escluso ${phone}`,
      lines: [
        `Meta ha escluso ${phone}: da questo numero non si può inviare nulla.`,
        'Puoi fare ricorso; decide WhatsApp. La pagina sulla salute del numero elenca i passi e scrive il ricorso con te.',
      ],
    }),
    look: 'Che cosa fare',
  },
  es: {
    stopped: ({ phone, cause, relapses, until }) => ({
      subject: `Campañas de ${phone} detenidas: la calidad es baja`,
      lines: [
        `${cause === 'flagged' ? `WhatsApp marcó ${phone}` : `Demasiadas personas bloquearon o denunciaron ${phone}`}${relapses > 0 ? ', otra vez' : ''}. Sus campañas descansan hasta el ${until}. Las respuestas a los clientes que te escribieron continúan.`,
        'No se ha perdido a nadie: quien espera sigue en las campañas en pausa, que solo continúan cuando alguien las reanuda.',
        'Aprovecha el descanso: revisa el perfil, reescribe el texto y deja fuera a quien nunca respondió.',
      ],
    }),
    recovering: ({ phone, until, perDay }) => ({
      subject: `${phone} se recupera: se permiten campañas pequeñas`,
      lines: [
        `El descanso de ${phone} ha terminado. Hasta el ${until} sus campañas llegan como máximo a ${perDay} personas al día.`,
        'Las campañas en pausa esperan a que alguien las reanude. Mira la calidad un día después de cada una: si vuelve a ser baja, se detendrán otra vez.',
      ],
    }),
    free: ({ phone }) => ({
      subject: `${phone} puede volver a enviar campañas`,
      lines: [
        `${phone} se ha recuperado: las campañas pueden volver a salir de este número, según su plan de envío.`,
      ],
    }),
    restricted: ({ phone }) => ({
      subject: `Meta restringió ${phone}`,
      lines: [
        `Meta restringió ${phone}: sus campañas esperan hasta que termine la restricción. Las respuestas a los clientes continúan donde Meta lo permite.`,
        'El motivo está en el Business Manager de Meta, en calidad de la cuenta.',
      ],
    }),
    banned: ({ phone }) => ({
      subject: `Meta bloqueó ${phone}`,
      lines: [
        `Meta bloqueó ${phone}: no se puede enviar nada desde este número.`,
        'Puedes apelar; decide WhatsApp. La página de salud del número tiene los pasos y escribe la apelación contigo.',
      ],
    }),
    look: 'Ver qué hacer',
  },
};

export function stageMail(news: StageNews, language: 'en' | 'it' | 'es'): StageMail {
  const words = WORDS[language];
  return { ...words[news.stage](news), look: words.look };
}
