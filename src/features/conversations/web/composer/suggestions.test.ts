// What is sought at the caret, and who is named in a note.
import { describe, expect, it } from 'vitest';
import { mentionedIn, suggestPeople } from './mentions.ts';
import { suggestReplies } from './suggest-replies.ts';
import { replaceSought, soughtAt } from './suggestions.ts';

describe('what is sought at the caret', () => {
  it('is the word that begins with a sign', () => {
    expect(soughtAt('Ciao @an', 8, ['@'])).toEqual({ sign: '@', from: 5, query: 'an' });
    expect(soughtAt('/gr', 3, ['/', ':'])).toEqual({ sign: '/', from: 0, query: 'gr' });
    expect(soughtAt('Ciao @anna bella', 8, ['@'])).toEqual({ sign: '@', from: 5, query: 'an' });
  });

  it('is nothing within words, behind other signs and after a space', () => {
    expect(soughtAt('info@anna', 9, ['@'])).toBeNull();
    expect(soughtAt('and/or', 6, ['/'])).toBeNull();
    expect(soughtAt('@anna ', 6, ['@'])).toBeNull();
    expect(soughtAt('', 0, ['@'])).toBeNull();
  });

  it('gives way to what is taken, with one space behind it', () => {
    const sought = { sign: '@', from: 5, query: 'an' };
    expect(replaceSought('Ciao @an', 8, sought, '@Anna')).toEqual({ text: 'Ciao @Anna ', caret: 11 });
    expect(replaceSought('Ciao @an bella', 8, sought, '@Anna')).toEqual({
      text: 'Ciao @Anna bella',
      caret: 11,
    });
    expect(replaceSought('Ciao @an', 8, sought, '')).toEqual({ text: 'Ciao ', caret: 5 });
  });
});

describe('mentions', () => {
  const people = [
    { userId: '1', name: 'Anna' },
    { userId: '2', name: 'Anna Verdi' },
    { userId: '3', name: 'Zoé Sala' },
    { userId: '4', name: 'Anna' },
  ];

  it('suggests by the beginning of any part of the name, without accents', () => {
    expect(suggestPeople(people, 'ver').map((one) => one.id)).toEqual(['2']);
    expect(suggestPeople(people, 'zoe').map((one) => one.insert)).toEqual(['@Zoé Sala']);
    expect(suggestPeople(people, 'x')).toEqual([]);
  });

  it('finds the longest name, and of two alike the one that was picked', () => {
    expect(mentionedIn('Senti @Anna Verdi', people, new Set())).toEqual(['2']);
    expect(mentionedIn('Senti @Anna', people, new Set(['4']))).toEqual(['4']);
    expect(mentionedIn('Senti @Anna', people, new Set())).toEqual(['1', '4']);
    expect(mentionedIn('Senti Anna', people, new Set(['1']))).toEqual([]);
  });
});

describe('quick replies', () => {
  const reply = (id: string, shortcut: string, text: string, shared = true) => ({
    id,
    shortcut,
    text,
    shared,
    file: null,
    updatedAt: '2026-11-21T10:00:00.000Z',
  });
  const replies = [
    reply('1', 'hours', 'Siamo aperti fino alle 19'),
    reply('2', 'thanks', 'Grazie!'),
    reply('3', 'thanks', 'Grazie mille!', false),
    reply('4', 'delivery-hours', 'Così consegniamo'),
  ];
  const found = (query: string) => suggestReplies(replies, query).map((one) => one.id);

  it('are found by shortcut first, then by their words; one’s own in place of the team’s', () => {
    expect(found('hours')).toEqual(['1', '4']);
    expect(found('th')).toEqual(['3']);
    expect(found('cosi')).toEqual(['4']);
    expect(found('')).toEqual(['4', '1', '3']);
    expect(found('zz')).toEqual([]);
  });
});
