// The provider's news in any order and any number: the latest word counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editAllowance } from './edit-limits.ts';
import { mergeRemote } from './merge-remote.ts';
import { changeFromNews, type TemplateNews } from './template-news.ts';
import type { TemplateRow } from './templates.store.ts';

const START = new Date('2026-11-21T08:00:00Z');
const at = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

const row = {
  id: 'a',
  name: 'offer',
  language: 'en',
  category: 'marketing',
  status: 'pending',
  status_reason: null,
  variable_format: 'positional',
  content: { header: { kind: 'none' }, body: { text: 'Hi' }, buttons: [] },
  time_to_live_seconds: null,
  pending_edit: null,
  quality: 'unknown',
  remote_id: '1',
  heard: {},
  submitted_at: START,
  created_at: START,
  updated_at: START,
} as unknown as TemplateRow;

function news(seconds: number, words: Partial<TemplateNews> & { kind: TemplateNews['kind'] }): TemplateNews {
  return {
    source: 'message_template_status_update',
    wabaId: '1',
    templateId: '1',
    name: 'offer',
    language: 'en',
    dedupeKey: `${words.kind}:${seconds}`,
    occurredAt: at(seconds),
    raw: null,
    statusText: '',
    ...words,
  } as TemplateNews;
}

function apply(all: readonly TemplateNews[], from: TemplateRow = row): TemplateRow {
  let end = from;
  for (const one of all) end = { ...end, ...changeFromNews(end, one) } as TemplateRow;
  return end;
}

describe('news', () => {
  const statuses = ['approved', 'rejected', 'paused', 'pending', 'disabled'] as const;
  const qualities = ['green', 'yellow', 'red', 'unknown'] as const;

  it('comes out the same in any order and however often', () => {
    const told = fc
      .array(fc.tuple(fc.constantFrom(...statuses), fc.constantFrom(...qualities)), {
        minLength: 1,
        maxLength: 8,
      })
      .map((said) =>
        said.flatMap(([status, quality], index) => [
          news(index, { kind: 'template_status', status }),
          news(index, { kind: 'template_quality', quality, previous: 'unknown' }),
        ]),
      );
    const delivered = told.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 }),
      ),
    );
    fc.assert(
      fc.property(delivered, ([all, shuffled]) => {
        const { status, quality } = apply(shuffled);
        const straight = apply(all);
        expect({ status, quality }).toEqual({ status: straight.status, quality: straight.quality });
      }),
    );
  });

  it('keeps the reason of a rejection, and forgets it with the approval', () => {
    const rejected = apply([
      news(1, {
        kind: 'template_status',
        status: 'rejected',
        reason: 'INVALID_FORMAT',
        recommendation: 'Close the braces',
      }),
    ]);
    expect(rejected).toMatchObject({ status_reason: 'invalid_format', status_advice: 'Close the braces' });
    const approved = apply([news(2, { kind: 'template_status', status: 'approved' })], rejected);
    expect(approved).toMatchObject({ status: 'approved', status_reason: null, status_advice: null });
  });

  it('of a repeated approval does not end a later review', () => {
    const approval = news(1, { kind: 'template_status', status: 'approved' });
    const editing = { ...apply([approval]), status: 'pending' } as TemplateRow;
    expect(apply([approval], editing).status).toBe('pending');
  });

  it('announces a category, then changes it', () => {
    const announced = apply([
      news(1, { kind: 'template_category', category: 'utility', announced: true, at: at(90_000) }),
    ]);
    expect(announced).toMatchObject({ category: 'marketing', announced_category: 'utility' });
    const done = apply(
      [news(2, { kind: 'template_category', category: 'utility', announced: false })],
      announced,
    );
    expect(done).toMatchObject({ category: 'utility', announced_category: null });
  });

  it('says nothing about what was deleted', () => {
    const deleted = { ...row, status: 'deleted' } as TemplateRow;
    expect(changeFromNews(deleted, news(9, { kind: 'template_status', status: 'approved' }))).toBeNull();
  });
});

describe('a list from the provider', () => {
  it('does not undo what was heard or done after it was asked for', () => {
    const heard = apply([news(60, { kind: 'template_status', status: 'approved' })]);
    expect(mergeRemote([heard], [], at(30))).toEqual({ create: [], change: [] });
    expect(mergeRemote([heard], [], at(90)).change[0]?.change).toMatchObject({ status: 'deleted' });
    // The provider says only the second.
    expect(mergeRemote([heard], [], at(60.5))).toEqual({ create: [], change: [] });
    for (const done of [{ updated_at: at(31) }, { submitted_at: at(31) }])
      expect(mergeRemote([{ ...row, ...done }], [], at(30))).toEqual({ create: [], change: [] });
  });
});

describe('edits of an approved template', () => {
  it('are one a day', () => {
    expect(editAllowance([], START)).toEqual({ left: 10, nextAt: null });
    expect(editAllowance([at(-3_600)], START)).toEqual({ left: 9, nextAt: at(23 * 3_600) });
    expect(editAllowance([at(-90_000)], START)).toEqual({ left: 9, nextAt: null });
  });

  it('are ten in 30 days', () => {
    const day = 86_400;
    const ten = Array.from({ length: 10 }, (_, index) => at(-(index + 2) * 2 * day));
    expect(editAllowance(ten, START)).toEqual({ left: 0, nextAt: at(8 * day) });
  });
});
