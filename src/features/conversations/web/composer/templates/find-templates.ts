// Finds templates by words and language, favourites first. Pure.
import type { Template } from '#features/templates/templates.contract.ts';

/** Every word must occur in the name or the text; case and accents do not matter. */
export function findTemplates(
  templates: readonly Template[],
  search: string,
  language: string | null,
): Template[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return templates
    .filter((template) => {
      if (language && template.language !== language) return false;
      const text = plain(
        `${template.name.replaceAll('_', ' ')} ${template.name} ${template.content.body.text}`,
      );
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => Number(b.favourite) - Number(a.favourite));
}

function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
