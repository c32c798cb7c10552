// Brings a file to the server, and tells how far it is.
import { failureFromBody, toApiFailure } from '#web/api-failure.ts';
import { requestHeaders } from '#web/request.ts';

/** What the server answers of a file that it took. */
export type Uploaded = { fileId: string; name: string; mimeType: string; size: number };

/** `path` takes the bytes as the body, and the name in its query. `onProgress` hears the part that was sent, 0 to 1. Throws `ApiFailure`; ended by `signal`, `AbortError`. */
export function upload(
  path: string,
  file: File,
  { onProgress, signal }: { onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<Uploaded> {
  // `fetch` does not tell how much of a body has left.
  const request = new XMLHttpRequest();
  return new Promise((done, failed) => {
    request.open('POST', `${path}?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value);
    if (file.type) request.setRequestHeader('content-type', file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) done(body as Uploaded);
      else
        failed(failureFromBody(body, request.status, request.getResponseHeader('x-request-id') ?? undefined));
    };
    request.onerror = () => failed(toApiFailure(new TypeError('The file could not be sent')));
    request.onabort = () => failed(new DOMException('The upload was ended', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
