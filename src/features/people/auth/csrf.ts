// Refuses requests that another site makes a browser send with its cookies.
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kit/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Throws `csrf_refused` unless the request is safe, or shows that our own pages sent it. */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (SAFE.has(request.method)) return;
  const { origin, 'sec-fetch-site': site, 'x-rondine-csrf': mark } = request.headers;
  // Only a page of this origin, or a program, can set a header of its own without asking us first.
  const ours = mark === '1' && (site === undefined || site === 'same-origin' || site === 'none');
  if (ours && (origin === undefined || isSameOrigin(origin, request, publicUrl))) return;
  throw new AppError(
    'csrf_refused',
    'This request did not come from a page of ours. Send the header "x-rondine-csrf: 1" from the same origin.',
    { status: 403 },
  );
}

function isSameOrigin(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.host || host === new URL(publicUrl).host;
}
