// Texts of why a campaign, or one of its people, waits.
import { catalogue } from '#web/i18n.ts';

export const campaignWaitsMessages = catalogue({
  en: {
    paused: {
      preflight_blocked: 'The guardian stops this: {rules}. Open the campaign to see what to do.',
      preflight_unanswered:
        'The guardian asks for a reason: {rules}. Open the campaign to give it, or to mend it.',
    },
    campaign: {
      number_rests: 'The number rests; it continues {time}',
      messaging_limit:
        'WhatsApp’s limit of {limit, number} customers in 24 hours is reached; it continues {time}',
      messaging_limit_unknown: 'WhatsApp’s limit of customers in 24 hours is reached; it continues {time}',
      winner: 'Test of variants: the winner is chosen {time}',
      winner_by_hand: 'Test of variants: the others wait until you choose the winner',
      plan: 'The next part of the sending plan leaves {time}',
      sending_hours: 'Waits for sending hours; it continues {time}',
      people_rest: 'The guardian leaves those who remain in peace; it continues {time}',
      customers_clock: 'Waits until customers’ clocks show the time; it continues {time}',
      day_full: 'The number did what a day allows; it continues {time}',
      later: 'All that is left is due later; it continues {time}',
    },
    person: {
      daily_cap: 'Had enough messages for a day',
      weekly_cap: 'Had enough messages for a week',
      unanswered: 'Did not answer the last message',
      unanswered_first: 'Never answered a message',
      outside_hours: 'Outside sending hours',
      winner: 'Gets the winner of the test',
    },
    until: '{reason}; waits until {time}',
    today: 'at {time}',
    onDay: 'on {date} at {time}',
  },
  it: {
    paused: {
      preflight_blocked: 'Il guardiano lo impedisce: {rules}. Apri la campagna per vedere che cosa fare.',
      preflight_unanswered:
        'Il guardiano chiede un motivo: {rules}. Apri la campagna per darlo, o per correggerla.',
    },
    campaign: {
      number_rests: 'Il numero riposa; riprende {time}',
      messaging_limit:
        'Raggiunto il limite di WhatsApp di {limit, number} clienti in 24 ore; riprende {time}',
      messaging_limit_unknown: 'Raggiunto il limite di WhatsApp di clienti in 24 ore; riprende {time}',
      winner: 'Test di varianti: la vincitrice si sceglie {time}',
      winner_by_hand: 'Test di varianti: gli altri aspettano che tu scelga la vincitrice',
      plan: 'La prossima parte del piano di invio parte {time}',
      sending_hours: 'Attende gli orari di invio; riprende {time}',
      people_rest: 'Il guardiano lascia in pace chi resta; riprende {time}',
      customers_clock: 'Attende l’ora sull’orologio dei clienti; riprende {time}',
      day_full: 'Il numero ha fatto quanto è permesso in un giorno; riprende {time}',
      later: 'Tutto ciò che resta parte più tardi; riprende {time}',
    },
    person: {
      daily_cap: 'Ha già ricevuto abbastanza messaggi per un giorno',
      weekly_cap: 'Ha già ricevuto abbastanza messaggi per una settimana',
      unanswered: 'Non ha risposto all’ultimo messaggio',
      unanswered_first: 'Non ha mai risposto a un messaggio',
      outside_hours: 'Fuori dagli orari di invio',
      winner: 'Riceve la variante vincitrice',
    },
    until: '{reason}; attende fino a {time}',
    today: 'alle {time}',
    onDay: 'il {date} alle {time}',
  },
  es: {
    paused: {
      preflight_blocked: 'El guardián lo impide: {rules}. Abre la campaña para ver qué hacer.',
      preflight_unanswered:
        'El guardián pide un motivo: {rules}. Abre la campaña para darlo, o para corregirla.',
    },
    campaign: {
      number_rests: 'El número descansa; sigue {time}',
      messaging_limit:
        'Se alcanzó el límite de WhatsApp de {limit, number} clientes en 24 horas; sigue {time}',
      messaging_limit_unknown: 'Se alcanzó el límite de WhatsApp de clientes en 24 horas; sigue {time}',
      winner: 'Prueba de variantes: la ganadora se elige {time}',
      winner_by_hand: 'Prueba de variantes: los demás esperan a que elijas la ganadora',
      plan: 'La siguiente parte del plan de envío sale {time}',
      sending_hours: 'Espera el horario de envío; sigue {time}',
      people_rest: 'El guardián deja en paz a quienes quedan; sigue {time}',
      customers_clock: 'Espera la hora en el reloj de los clientes; sigue {time}',
      day_full: 'El número hizo lo que permite un día; sigue {time}',
      later: 'Todo lo que queda sale más tarde; sigue {time}',
    },
    person: {
      daily_cap: 'Ya recibió bastantes mensajes por un día',
      weekly_cap: 'Ya recibió bastantes mensajes por una semana',
      unanswered: 'No respondió al último mensaje',
      unanswered_first: 'Nunca respondió a un mensaje',
      outside_hours: 'Fuera del horario de envío',
      winner: 'Recibe la variante ganadora',
    },
    until: '{reason}; espera hasta {time}',
    today: 'a las {time}',
    onDay: 'el {date} a las {time}',
  },
});
