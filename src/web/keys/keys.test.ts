// How key presses are spelt.
import { expect, it } from 'vitest';
import { spellKey } from './keys.ts';

const press = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => spellKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

it('knows the letter where Alt makes another sign of it', () => {
  const event = { key: 'Dead', code: 'KeyN', ctrlKey: false, metaKey: false, altKey: true, shiftKey: false };
  expect(spellKey(event)).toBe('alt+n');
});

it('spells letters with their modifiers, and signs without Shift', () => {
  expect(press('j')).toBe('j');
  expect(press('A', { shiftKey: true })).toBe('shift+a');
  expect(press('Enter', { metaKey: true })).toBe('mod+enter');
  expect(press('n', { altKey: true })).toBe('alt+n');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('/')).toBe('/');
});
