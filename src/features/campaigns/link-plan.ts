// Where the links of a campaign's message lead and which of them carry a code of ours. Pure.
import { obstacleToDestination, splitAtAddresses, withUtm } from '#features/links/links.ts';
import type { FillableTemplate } from '#whatsapp/template-message.ts';
import { templateSlots } from '#whatsapp/template-slots.ts';
import type { CampaignLinks, CampaignVariables } from './campaigns.contract.ts';

export type LinkPlan = {
  /** Destinations that need a short link, each once. */
  destinations: string[];
  /** Texts of one message with its links in them. `address` writes the short link to a destination. */
  fill(
    texts: Readonly<Record<string, string>>,
    address: (destination: string) => string,
  ): Record<string, string>;
  /** Slots whose value cannot be a link, with the reason in words. */
  problems: { key: string; words: string }[];
};

type Piece = { text: string; destination: boolean };

/** `start` is the beginning of our short links, e.g. `https://shop.example/l/`. */
export function linkPlan(
  template: Pick<FillableTemplate, 'content' | 'variableFormat'>,
  variables: CampaignVariables,
  links: CampaignLinks,
  start: string,
): LinkPlan {
  const pieces = new Map<string, Piece[]>();
  const ends = new Map<string, string>();
  const problems: LinkPlan['problems'] = [];
  for (const slot of templateSlots(template.content, template.variableFormat)) {
    const source = variables[slot.key];
    if (slot.kind === 'link_end' && slot.linkStart === start) {
      const text = source && 'text' in source ? source.text.trim() : '';
      const obstacle = obstacleToDestination(text);
      if (obstacle) problems.push({ key: slot.key, words: `Where “${slot.name}” leads: ${obstacle}` });
      else pieces.set(slot.key, [{ text: withUtm(text, links.utm), destination: true }]);
    } else if (slot.kind === 'link_end') {
      if (
        source &&
        'text' in source &&
        /^https?:/i.test(source.text) &&
        !source.text.startsWith(slot.linkStart!)
      )
        problems.push({
          key: slot.key,
          words: `The link of “${slot.name}” begins with ${slot.linkStart}: write only its end.`,
        });
      ends.set(slot.key, slot.linkStart!);
    } else if (slot.kind === 'text' && links.shorten && source && 'text' in source) {
      const parts = splitAtAddresses(source.text);
      if (parts.some((part) => part.address))
        pieces.set(
          slot.key,
          parts.map(({ text, address }) => ({
            text: address ? withUtm(text, links.utm) : text,
            destination: address,
          })),
        );
    }
  }
  const all = [...pieces.values()].flat().filter((piece) => piece.destination);
  return {
    destinations: [...new Set(all.map((piece) => piece.text))],
    problems,
    fill(texts, address) {
      const filled = { ...texts };
      for (const [key, parts] of pieces)
        filled[key] = parts.map((part) => (part.destination ? address(part.text) : part.text)).join('');
      if (links.utm)
        for (const [key, front] of ends)
          if (filled[key] !== undefined) {
            const end = filled[key].startsWith(front) ? filled[key].slice(front.length) : filled[key];
            filled[key] = withUtm(front + end, links.utm).slice(front.length);
          }
      return filled;
    },
  };
}
