// Of which category the templates of a campaign's variants are.
import type { CampaignRow } from './campaigns.store.ts';

export type Categorised = Pick<CampaignRow, 'template_category' | 'template_name' | 'other_templates'>;

/** Name and category of each variant's template, the campaign's own first; empty where a template is gone. */
export function variantTemplates(row: Categorised): { name: string; category: string }[] {
  const all = [{ name: row.template_name, category: row.template_category }, ...(row.other_templates ?? [])];
  return all.map(({ name, category }) => ({ name: name ?? '', category: category ?? '' }));
}

export function categoriesOf(row: Categorised): string[] {
  return variantTemplates(row).map(({ category }) => category);
}

/** One promotional variant is enough: nobody knows beforehand who gets which. */
export function isPromotional(row: Categorised): boolean {
  return categoriesOf(row).includes('marketing');
}
