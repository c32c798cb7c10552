// Speaks to an S3-compatible store: signed calls with bodies that stream, and nothing more than a file store needs.
// The address is the installation's own setting and may lie in a private network, so the guarded client is not used.
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import { type Dispatcher, Pool } from 'undici';
import { now, sleep } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';

export type S3Settings = {
  /** Address of the store, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

export type S3Call = {
  method: 'GET' | 'PUT' | 'DELETE' | 'HEAD';
  /** Within the bucket; left out, the bucket itself. */
  key?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Opened anew for each try. */
  body?: () => Readable;
};

export type S3Answer = { status: number; headers: Record<string, unknown>; body: Readable };

export type S3Client = {
  /** Answers 2xx and 404. Throws `storage_unavailable` when the store cannot be reached, fails, or refuses. */
  call(call: S3Call): Promise<S3Answer>;
};

const NO_BODY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** Pauses before further tries, milliseconds. */
const RETRY_AFTER_MS = [200, 1_000];
const ANSWER_TIMEOUT_MS = 60_000;

export function s3Client(settings: S3Settings): S3Client {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const target = new URL(endpoint);
  const pool = new Pool(target.origin, {
    connect: { timeout: 5_000 },
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  const folder = target.pathname.replace(/\/+$/, '');

  async function attempt(call: S3Call): Promise<S3Answer> {
    const url = new URL(`${folder}/${bucket}${call.key === undefined ? '' : `/${call.key}`}`, target);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const headers = { 'x-amz-content-sha256': NO_BODY_SHA256, ...call.headers };
    const signer = new AwsV4Signer({
      method: call.method,
      url: url.href,
      headers,
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
      datetime: now()
        .toISOString()
        .replace(/[-:]|\.\d{3}/g, ''),
    });
    const signed = await signer.sign();
    const answer = await pool.request({
      method: call.method as Dispatcher.HttpMethod,
      path: signed.url.pathname + signed.url.search,
      headers: Object.fromEntries(signed.headers),
      body: call.body?.() ?? null,
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  return {
    async call(call) {
      for (let tries = 0; ; tries += 1) {
        const pause = RETRY_AFTER_MS[tries];
        let words: string;
        let cause: unknown;
        try {
          const answer = await attempt(call);
          if (answer.status < 300 || answer.status === 404) return answer;
          words = await refusalOf(answer);
          if (answer.status < 500 && answer.status !== 429) throw unavailable(words);
        } catch (error) {
          if (error instanceof AppError) throw error;
          words = (error as { code?: string }).code ?? 'no answer';
          cause = error;
        }
        if (pause === undefined) throw unavailable(words, cause);
        await sleep(pause);
      }
    },
  };
}

/** Stores answer XML with a code, such as `SignatureDoesNotMatch`. */
async function refusalOf(answer: S3Answer): Promise<string> {
  const code = /<Code>([^<]{1,80})<\/Code>/.exec(await text(answer.body))?.[1];
  return code ?? `status ${answer.status}`;
}

function unavailable(words: string, cause?: unknown): AppError {
  return new AppError('storage_unavailable', `The store of files did not do what was asked (${words}).`, {
    status: 503,
    retryAfterSeconds: 5,
    cause,
  });
}
