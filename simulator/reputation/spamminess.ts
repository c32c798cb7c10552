// How much a text looks like spam, from 0 (a plain message) to 1, and whether it offers a way out. Pure.

import { OPT_OUT } from '../world/words.ts';

/** What people have learnt to distrust, in English, Italian and Spanish; matched without accents and case. */
const PHRASES =
  /\b(?:you(?:'ve| have)? (?:won|been (?:selected|drawn|chosen))|winner|congratulations|free gift|100% free|best (?:offer|price|deal)|act now|only today|last chance|limited time|earn money|no risk|click (?:here|now)|urgent|guaranteed|hai vinto|sei stato (?:estratto|selezionato|scelto)|complimenti|omaggio|gratis|miglior(?:e)? offerta|offerta imperdibile|solo (?:per )?oggi|ultima occasione|guadagna|senza rischi|clicca (?:qui|ora|subito)|urgente|garantito|has ganado|has sido (?:seleccionado|elegido)|enhorabuena|regalo|mejor oferta|oferta irrepetible|solo (?:por )?hoy|ultima oportunidad|gana dinero|sin riesgo|haz clic|garantizado)\b/g;
const SHORT_LINK = /\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy|shorturl\.at)\b/i;

/** 0 to 1, of everything a person sees: header, body, footer. */
export function spamminessOf(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const phrases = plain.match(PHRASES)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const shouting = letters >= 20 && capitals / letters > 0.4;
  const exclamations = text.match(/[!¡]/g)?.length ?? 0;
  const emoji = text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
  const discounts = text.match(/\d+ ?%|[-–] ?\d+ ?[€$£]|[€$£] ?\d+ off/gi)?.length ?? 0;
  const score =
    0.2 * Math.min(phrases, 4) +
    (shouting ? 0.25 : 0) +
    0.05 * Math.min(Math.max(exclamations - 1, 0), 5) +
    0.04 * Math.min(Math.max(emoji - 2, 0), 5) +
    0.06 * Math.min(discounts, 3) +
    (SHORT_LINK.test(text) ? 0.25 : 0);
  return Math.min(1, score);
}

/** Whether a text or one of the buttons says how to hear no more. */
export function offersWayOut(text: string, buttons: readonly string[]): boolean {
  return buttons.some((button) => OPT_OUT.test(button)) || OPT_OUT.test(text);
}
