// Makes messages of what was written: WhatsApp has one file in each, and words beside some kinds only. Pure.
import type { AnswerShape } from '#features/conversations/answer.contract.ts';
import { ANSWER_LIMITS } from '#whatsapp/interactive-limits.ts';
import { type Attachment, takesCaption } from './attachments/attachments.ts';
import type { ChoicesInput } from './choices/choices.ts';

export type WrittenAnswer = {
  text: string;
  attachments: readonly Attachment[];
  /** Message to quote: by the first that is sent. */
  replyToId?: string | undefined;
  choices?: ChoicesInput | undefined;
};

/** A message to send; the file of `attachment` has to be brought to the server first. */
export type Planned = { input: Omit<AnswerShape, 'fileId'>; attachment?: Attachment };

export function planAnswer({ text, attachments, replyToId, choices }: WrittenAnswer): Planned[] {
  const words = text.trim();
  const planned = choices ? withChoices(words, attachments, choices) : withoutChoices(words, attachments);
  return planned.map((one, at) =>
    at === 0 && replyToId ? { ...one, input: { ...one.input, replyToId } } : one,
  );
}

/** The first file stands above the buttons, the others follow. */
function withChoices(text: string, attachments: readonly Attachment[], choices: ChoicesInput): Planned[] {
  const [first, ...others] = attachments;
  const asked: Planned = { input: { text, ...choices }, ...(first ? { attachment: first } : {}) };
  return [asked, ...others.map(alone)];
}

/** One file has the text as its caption where that is possible; of several each has its own. */
function withoutChoices(text: string, attachments: readonly Attachment[]): Planned[] {
  const [only] = attachments;
  if (attachments.length === 1 && only && text) {
    const fits = takesCaption(only.file) && [...text].length <= ANSWER_LIMITS.caption;
    return fits ? [{ input: { text }, attachment: only }] : [alone(only), { input: { text } }];
  }
  return [...(text ? [{ input: { text } }] : []), ...attachments.map(alone)];
}

function alone(attachment: Attachment): Planned {
  const caption = takesCaption(attachment.file) ? attachment.caption.trim() : '';
  return {
    input: { ...(caption ? { text: caption } : {}), ...(attachment.voiceNote ? { voiceNote: true } : {}) },
    attachment,
  };
}
