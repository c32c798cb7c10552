// Files: uploads for messages and for review, and downloads of what people sent.

import { Transform } from 'node:stream';
import { FormData } from 'undici';
import { ProviderError, type UploadFile, type WhatsAppProvider } from '#whatsapp/port.ts';
import type { Calls, ConnectionKeys } from './calls.ts';
import type { GraphClient } from './client.ts';
import { plainFailure } from './failures.ts';
import { HandleAnswer, IdAnswer, MediaAnswer, SuccessAnswer } from './wire.ts';

type MediaCalls = Pick<
  WhatsAppProvider,
  'uploadMedia' | 'downloadMedia' | 'deleteMedia' | 'uploadTemplateSample'
>;

export function mediaCalls(client: GraphClient, calls: Calls, keys: ConnectionKeys): MediaCalls {
  const { token, phoneNumberId, appId } = keys;
  return {
    async uploadMedia(file) {
      const { id } = await calls.ask(IdAnswer, {
        method: 'POST',
        path: `${phoneNumberId}/media`,
        form: writeForm(file),
      });
      return { mediaId: id };
    },

    async downloadMedia(mediaId, { maxBytes } = {}) {
      const media = await calls.ask(MediaAnswer, {
        method: 'GET',
        path: encodeURIComponent(mediaId),
        query: { phone_number_id: phoneNumberId },
      });
      if (maxBytes !== undefined && (media.file_size ?? 0) > maxBytes) throw tooLarge(maxBytes);
      const file = await client.fetchFile(media.url, token);
      if (file.result === 'none') throw new ProviderError(file.failure);
      const size = media.file_size ?? file.size;
      return {
        mimeType: media.mime_type ?? file.mimeType ?? 'application/octet-stream',
        ...(media.sha256 === undefined ? {} : { sha256: media.sha256 }),
        ...(size === undefined ? {} : { size }),
        stream: maxBytes === undefined ? file.stream : file.stream.compose(limit(maxBytes)),
      };
    },

    async deleteMedia(mediaId) {
      await calls.ask(SuccessAnswer, {
        method: 'DELETE',
        path: encodeURIComponent(mediaId),
        query: { phone_number_id: phoneNumberId },
      });
    },

    async uploadTemplateSample({ fileName, mimeType, bytes }) {
      if (!appId) throw new ProviderError(plainFailure('request_invalid', 'no', 'The app’s id is not known'));
      const session = await calls.ask(IdAnswer, {
        method: 'POST',
        path: `${appId}/uploads`,
        query: { file_name: fileName, file_length: bytes.byteLength, file_type: mimeType },
      });
      const { h } = await calls.ask(HandleAnswer, {
        method: 'POST',
        path: session.id,
        bytes,
        headers: {
          authorization: `OAuth ${token}`,
          file_offset: '0',
          'content-type': 'application/octet-stream',
        },
      });
      return { handle: h };
    },
  };
}

function writeForm({ fileName, mimeType, bytes }: UploadFile): FormData {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeType);
  form.set('file', new Blob([Buffer.from(bytes)], { type: mimeType }), fileName);
  return form;
}

function tooLarge(maxBytes: number): ProviderError {
  return new ProviderError(
    plainFailure('media_unavailable', 'no', `The file is larger than ${maxBytes} bytes`),
  );
}

function limit(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}
