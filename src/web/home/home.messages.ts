// Texts of the overview.
import { catalogue } from '#web/i18n.ts';

export const homeMessages = catalogue({
  en: {
    title: 'Overview',
    welcome: 'Good to see you, {name}',
    started: 'Getting started',
    done: 'Done',
    startedText: 'From an empty workspace to the first campaign that is delivered.',
    number: {
      title: 'Connect a WhatsApp number',
      text: 'Paste four values from Meta; each problem is named.',
    },
    contacts: { title: 'Bring in your contacts', text: 'Load a CSV with phones, names, tags and consent.' },
    template: {
      title: 'Write a template',
      text: 'See it on a phone while you type, then submit it for review.',
    },
    campaign: {
      title: 'Send a campaign',
      text: 'Choose who gets it and when; follow it message by message.',
    },
    team: { title: 'Invite your team', text: 'Give each person the role that fits.' },
    demo: {
      title: 'This is the demo workspace',
      text: 'Its customers live in a simulated WhatsApp: nothing leaves this machine. Play a customer on the simulated phone and watch the answer arrive here.',
      phone: 'Open the simulated phone',
      mailbox: 'Open the mailbox',
    },
  },
  it: {
    title: 'Panoramica',
    welcome: 'Ciao, {name}',
    started: 'Per iniziare',
    done: 'Fatto',
    startedText: 'Da uno spazio vuoto alla prima campagna consegnata.',
    number: {
      title: 'Collega un numero WhatsApp',
      text: 'Incolla quattro valori di Meta; ogni problema ha un nome.',
    },
    contacts: { title: 'Porta i tuoi contatti', text: 'Carica un CSV con telefoni, nomi, tag e consensi.' },
    template: {
      title: 'Scrivi un template',
      text: 'Guardalo su un telefono mentre scrivi, poi invialo in revisione.',
    },
    campaign: {
      title: 'Invia una campagna',
      text: 'Scegli chi la riceve e quando; seguila messaggio per messaggio.',
    },
    team: { title: 'Invita il tuo team', text: 'Dai a ogni persona il ruolo adatto.' },
    demo: {
      title: 'Questo è lo spazio demo',
      text: 'I suoi clienti vivono in un WhatsApp simulato: nulla esce da questa macchina. Interpreta un cliente sul telefono simulato e guarda arrivare qui la risposta.',
      phone: 'Apri il telefono simulato',
      mailbox: 'Apri la casella di posta',
    },
  },
  es: {
    title: 'Resumen',
    welcome: 'Hola, {name}',
    started: 'Primeros pasos',
    done: 'Hecho',
    startedText: 'De un espacio vacío a la primera campaña entregada.',
    number: {
      title: 'Conecta un número de WhatsApp',
      text: 'Pega cuatro valores de Meta; cada problema tiene nombre.',
    },
    contacts: {
      title: 'Trae tus contactos',
      text: 'Carga un CSV con teléfonos, nombres, etiquetas y consentimiento.',
    },
    template: {
      title: 'Escribe una plantilla',
      text: 'Mírala en un teléfono mientras escribes y envíala a revisión.',
    },
    campaign: {
      title: 'Envía una campaña',
      text: 'Elige quién la recibe y cuándo; síguela mensaje a mensaje.',
    },
    team: { title: 'Invita a tu equipo', text: 'Da a cada persona el rol adecuado.' },
    demo: {
      title: 'Este es el espacio de demostración',
      text: 'Sus clientes viven en un WhatsApp simulado: nada sale de esta máquina. Haz de cliente en el teléfono simulado y mira llegar aquí la respuesta.',
      phone: 'Abrir el teléfono simulado',
      mailbox: 'Abrir el buzón',
    },
  },
});
