// Turns an answer as a person gives it into the message that WhatsApp takes.
import type { MediaToSend } from '#features/media/media.ts';
import { badInput } from '#kit/errors.ts';
import type { MessageHeader, OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { AnswerShape } from './answer.contract.ts';

/** `file` is what `answer.fileId` names. Throws `bad_input` where the kind of the file does not go with the rest. */
export function composeContent(answer: AnswerShape, file: MediaToSend | undefined): OutgoingContent {
  const { buttons, list, text = '' } = answer;
  if (buttons)
    return {
      type: 'buttons',
      buttons: buttons.map(({ id, title }, index) => ({ id: id ?? String(index + 1), title })),
      ...frame(answer, file && mediaHeader(file)),
    };
  if (list) {
    let place = 0;
    return {
      type: 'list',
      button: list.button,
      sections: list.sections.map(({ title, rows }) => ({
        ...(title ? { title } : {}),
        rows: rows.map(({ id, title, description }) => ({
          id: id ?? String(++place),
          title,
          ...(description ? { description } : {}),
        })),
      })),
      ...frame(answer, undefined),
    };
  }
  return file ? mediaContent(answer, file) : { type: 'text', text };
}

function frame({ text = '', header, footer }: AnswerShape, media: MessageHeader | undefined) {
  const head = header ? ({ type: 'text', text: header } as const) : media;
  return { body: text, ...(head ? { header: head } : {}), ...(footer ? { footer } : {}) };
}

function mediaHeader({ kind, mediaId, name }: MediaToSend): MessageHeader {
  if (kind === 'audio' || kind === 'sticker')
    throw badInput([
      {
        path: 'fileId',
        message: 'Above buttons stands a picture, a video or a document: send this by itself.',
      },
    ]);
  return { type: kind, media: { id: mediaId }, ...(kind === 'document' ? { fileName: name } : {}) };
}

function mediaContent({ text, voiceNote }: AnswerShape, file: MediaToSend): OutgoingContent {
  const media = { id: file.mediaId };
  if (voiceNote && !file.mimeType.startsWith('audio/ogg'))
    throw badInput([
      { path: 'voiceNote', message: 'WhatsApp takes voice notes as audio/ogg with Opus only.' },
    ]);
  const words = text ? { caption: text } : {};
  switch (file.kind) {
    case 'image':
    case 'video':
      return { type: file.kind, media, ...words };
    case 'document':
      return { type: 'document', media, fileName: file.name, ...words };
    default:
      if (text)
        throw badInput([
          {
            path: 'text',
            message: `WhatsApp shows no words with ${file.kind} files: send them by themselves.`,
          },
        ]);
      return file.kind === 'audio'
        ? { type: 'audio', media, ...(voiceNote ? { voiceNote } : {}) }
        : { type: file.kind, media };
  }
}
