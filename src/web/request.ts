// Every request of the browser leaves here: same origin, with the session cookie, the CSRF mark and the workspace.
import { failureFromBody, toApiFailure } from './api-failure.ts';
import { currentWorkspaceId } from './current-workspace.ts';

/** Headers that every call to the server carries. */
export function requestHeaders(): Record<string, string> {
  const workspaceId = currentWorkspaceId();
  return { 'x-rondine-csrf': '1', ...(workspaceId === null ? {} : { 'x-workspace': workspaceId }) };
}

/**
 * Sends JSON (or a form) and reads JSON. For the few routes outside the contract: sign-in, uploads, downloads.
 * Throws `ApiFailure`.
 */
export async function requestJson<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = requestHeaders();
  const isForm = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    throw toApiFailure(error);
  }
  const text = await response.text();
  let parsed: unknown = null;
  try {
    parsed = text === '' ? null : JSON.parse(text);
  } catch {
    parsed = null;
  }
  if (!response.ok) {
    throw failureFromBody(parsed, response.status, response.headers.get('x-request-id') ?? undefined);
  }
  return parsed as T;
}
