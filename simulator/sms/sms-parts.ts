// How many SMS a text needs: 160 characters of the GSM alphabet, 70 of any other, a little less when joined.

const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const TWICE = '^{}\\[~]|€';
const one = new Set(GSM);
const two = new Set(TWICE);

export function smsParts(text: string): number {
  let units = 0;
  for (const character of text) {
    if (one.has(character)) units++;
    else if (two.has(character)) units += 2;
    else return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  }
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
