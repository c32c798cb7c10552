// How an answer with files becomes messages.
import { describe, expect, it } from 'vitest';
import { type Attachment, fileFault } from './attachments/attachments.ts';
import { planAnswer } from './plan-answer.ts';

const attached = (type: string, caption = ''): Attachment => ({
  key: type + caption,
  file: new File(['x'], 'file', { type }),
  caption,
});
const photo = attached('image/jpeg');
const sound = attached('audio/mpeg', 'ignored');

describe('an answer', () => {
  it.each([
    ['text', { text: ' Hi ', attachments: [] }, [{ input: { text: 'Hi' } }]],
    [
      'a photo with words',
      { text: 'Look', attachments: [photo] },
      [{ input: { text: 'Look' }, attachment: photo }],
    ],
    [
      'a photo with words that are too long for a caption',
      { text: 'a'.repeat(1025), attachments: [photo] },
      [{ input: {}, attachment: photo }, { input: { text: 'a'.repeat(1025) } }],
    ],
    [
      'sound, which has no words',
      { text: 'Listen', attachments: [sound] },
      [{ input: {}, attachment: sound }, { input: { text: 'Listen' } }],
    ],
    [
      'several files with their own captions',
      { text: 'All of them', attachments: [attached('image/png', 'One'), sound] },
      [
        { input: { text: 'All of them' } },
        { input: { text: 'One' }, attachment: attached('image/png', 'One') },
        { input: {}, attachment: sound },
      ],
    ],
  ])('of %s', (_, answer, planned) => expect(planAnswer(answer)).toEqual(planned));

  it('keeps a voice note one, with its words behind it', () => {
    const note = { ...attached('audio/ogg'), voiceNote: true };
    expect(planAnswer({ text: 'As I said', attachments: [note] })).toEqual([
      { input: { voiceNote: true }, attachment: note },
      { input: { text: 'As I said' } },
    ]);
  });

  it('quotes once, and puts the first file above buttons', () => {
    const choices = { buttons: [{ title: 'Yes' }] };
    expect(planAnswer({ text: 'This?', attachments: [photo, sound], replyToId: 'q', choices })).toEqual([
      { input: { text: 'This?', ...choices, replyToId: 'q' }, attachment: photo },
      { input: {}, attachment: sound },
    ]);
  });
});

it('knows what WhatsApp would not take', () => {
  const of = (type: string, size: number) => fileFault({ type, size });
  expect(of('image/png', 5_000_000)).toBeNull();
  expect(of('image/png', 5_000_001)).toEqual({ fault: 'tooLarge', kind: 'image', largest: 5_000_000 });
  expect(of('application/pdf', 5_000_001)).toBeNull();
  expect(of('text/csv', 1)).toBeNull();
  expect([of('application/zip', 1), of('image/gif', 1)]).toEqual([
    { fault: 'refused' },
    { fault: 'refused' },
  ]);
  expect(of('text/plain', 0)).toEqual({ fault: 'empty' });
});
