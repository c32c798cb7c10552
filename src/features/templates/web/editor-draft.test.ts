// Steps of the template editor: variables stay numbered, and keep their fields and samples.
import { describe, expect, it } from 'vitest';
import {
  addButton,
  asName,
  emptyDraft,
  insertVariable,
  moveButton,
  removeButton,
  renumber,
  writeText,
} from './editor-draft.ts';

const samples = { FIRST_NAME: 'Ana', CITY: 'Pisa' };

describe('variables', () => {
  it('come from codes that are typed or pasted, the same field once', () => {
    const draft = writeText(
      emptyDraft('en'),
      'body',
      'Hi %%FIRST_NAME%%, news from %%CITY%%. Bye %%FIRST_NAME%%!',
      samples,
    );
    expect(draft.content.body).toEqual({
      text: 'Hi {{1}}, news from {{2}}. Bye {{1}}!',
      examples: { '1': 'Ana', '2': 'Pisa' },
    });
    expect(draft.variables).toEqual({ 'body.1': { field: 'FIRST_NAME' }, 'body.2': { field: 'CITY' } });
  });

  it('are inserted where the cursor stands', () => {
    const written = writeText(emptyDraft('en'), 'body', 'Hi , bye', samples);
    const { draft, cursor } = insertVariable(written, 'body', 'FIRST_NAME', { start: 3, end: 3 }, samples);
    expect(draft.content.body.text).toBe('Hi {{1}}, bye');
    expect(cursor).toBe(8);
  });

  it('are numbered again after one was deleted, with field and sample', () => {
    let draft = writeText(emptyDraft('en'), 'body', 'A %%FIRST_NAME%% b %%CITY%% c', samples);
    draft = renumber(writeText(draft, 'body', 'b {{2}} c', samples), 'body');
    expect(draft.content.body).toEqual({ text: 'b {{1}} c', examples: { '1': 'Pisa' } });
    expect(draft.variables).toEqual({ 'body.1': { field: 'CITY' } });
    expect(renumber(draft, 'body')).toBe(draft);
  });
});

describe('buttons', () => {
  it('keep quick replies together, and links their source', () => {
    let draft = addButton(emptyDraft('en'), { kind: 'quick_reply', text: 'A' });
    draft = addButton(draft, { kind: 'url', text: 'Shop', url: 'https://x.example/{{1}}' });
    draft = { ...draft, variables: { 'button.1': { field: 'CITY' } } };
    draft = addButton(draft, { kind: 'quick_reply', text: 'B' });
    expect(draft.content.buttons.map((button) => button.kind)).toEqual(['quick_reply', 'quick_reply', 'url']);
    expect(draft.variables).toEqual({ 'button.2': { field: 'CITY' } });
    draft = moveButton(draft, 2, 0);
    expect(draft.variables).toEqual({ 'button.0': { field: 'CITY' } });
    expect(removeButton(draft, 0).variables).toEqual({});
    expect(moveButton(draft, 0, -1)).toBe(draft);
  });
});

it('makes a name that WhatsApp takes', () => {
  expect(asName('Offerta di Primavera 2026!')).toBe('offerta_di_primavera_2026_');
});
