// Finding templates: by words and language, favourites first.
import { expect, it } from 'vitest';
import type { Template } from '#features/templates/templates.contract.ts';
import { findTemplates } from './find-templates.ts';

const template = (name: string, text: string, favourite = false, language = 'it') =>
  ({ name, language, favourite, content: { body: { text } } }) as Template;

const all = [
  template('order_ready', 'Il tuo ordine è pronto'),
  template('city_news', 'Novità in città', true),
  template('order_ready', 'Your order is ready', false, 'en'),
];
const namesOf = (search: string, language: string | null = null) =>
  findTemplates(all, search, language).map((one) => `${one.name} ${one.language}`);

it('has favourites first', () => {
  expect(namesOf('')).toEqual(['city_news it', 'order_ready it', 'order_ready en']);
});

it('finds by words of name and text, without accents, in one language or all', () => {
  expect(namesOf('Order ready')).toEqual(['order_ready it', 'order_ready en']);
  expect(namesOf('order', 'en')).toEqual(['order_ready en']);
  expect(namesOf('citta')).toEqual(['city_news it']);
  expect(namesOf('nothing')).toEqual([]);
});
