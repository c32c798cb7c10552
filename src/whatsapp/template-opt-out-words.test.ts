// Which words on a button are taken for “no more marketing”, and which are not.
import { describe, expect, it } from 'vitest';
import { OPT_OUT_TEXTS } from './template-opt-out.ts';
import { meansOptOut } from './template-opt-out-words.ts';

describe('words on a button', () => {
  it.each([
    ...Object.values(OPT_OUT_TEXTS),
    ...['Non voglio promozioni', 'Non voglio più promozioni', 'Non desidero ricevere offerte', 'Stop promo'],
    ...['Niente pubblicità, grazie', 'Basta messaggi', 'Non inviatemi più offerte', 'Stop alle promozioni'],
    ...['Cancella iscrizione', 'Disattiva promozioni', 'No promozioni', 'Non mi interessano le offerte'],
    ...['Non voglio messaggi promozionali', 'Stop comunicazioni commerciali'],
    ...['No quiero promociones', 'No más ofertas', 'No deseo recibir publicidad', 'Dejar de recibir ofertas'],
    ...['¡Basta de promociones!', 'No me envíes publicidad', 'Cancelar promociones', 'Darme de baja'],
    ...['I don’t want promotions', "Don't send me offers", 'No more messages please', 'No promotions'],
    ...['Stop receiving offers', 'Unsubscribe from marketing', 'STOP', 'Opt out', 'Stop marketing messages'],
  ])('“%s” means no more', (text) => expect(meansOptOut(text)).toBe(true));

  it.each([
    ...[
      'Voglio promozioni',
      'Non voglio perdere le offerte',
      'No, voglio promozioni',
      'Offerte',
      'Scopri le offerte',
    ],
    ...['Non stop', 'Annulla ordine', 'Basta un click', 'Blocca il prezzo', 'Cancella prenotazione'],
    ...['No, quiero ofertas', 'Quiero ofertas', 'No pierdas las ofertas', 'Para ti', 'Ver promociones'],
    ...[
      'Tell me more',
      'Don’t miss our offers',
      'I want offers',
      'No thanks',
      'Cancel order',
      'End of sale',
      'No',
    ],
  ])('“%s” does not', (text) => expect(meansOptOut(text)).toBe(false));
});
