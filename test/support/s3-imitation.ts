// An S3-compatible store in memory that checks every signature by its own reading of Signature Version 4.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '#kit/s3-client.ts';

export type S3Imitation = {
  settings: S3Settings;
  objects: Map<string, Buffer>;
  /** The next so many calls are answered with 500. */
  fail(times: number): void;
  calls(): number;
  close(): Promise<void>;
};

const BUCKET = 'rondine-files';
const KEY_ID = 'AKIDEXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const LATE_MS = 15 * 60_000;

export async function startS3(): Promise<S3Imitation> {
  const objects = new Map<string, Buffer>();
  let toFail = 0;
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const body = await buffer(request);
    if (toFail > 0) {
      toFail -= 1;
      return refuse(response, 500, 'InternalError');
    }
    const wrong = whatIsWrong(request, body);
    if (wrong) return refuse(response, 403, wrong);
    answer(objects, request, body, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-south-1',
      bucket: BUCKET,
      accessKeyId: KEY_ID,
      secretAccessKey: SECRET,
    },
    objects,
    fail: (times) => {
      toFail = times;
    },
    calls: () => calls,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): ServerResponse {
  const url = new URL(request.url!, 'http://store');
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = rest.join('/');
  if (bucket !== BUCKET) return refuse(response, 404, 'NoSuchBucket');
  if (key === '') {
    const prefix = url.searchParams.get('prefix') ?? '';
    // A store may answer less than was asked for.
    const most = Math.min(3, Number(url.searchParams.get('max-keys') ?? 1_000));
    const after = url.searchParams.get('continuation-token') ?? '';
    const all = [...objects.keys()].filter((one) => one.startsWith(prefix) && one > after).sort();
    const keys = all.slice(0, most);
    const at = new Date().toISOString();
    const items = keys.map(
      (one) =>
        `<Contents><Key>${one}</Key><LastModified>${at}</LastModified><Size>${objects.get(one)!.length}</Size></Contents>`,
    );
    const more =
      all.length > keys.length ? `<NextContinuationToken>${keys.at(-1)}</NextContinuationToken>` : '';
    return response.end(
      `<ListBucketResult><IsTruncated>${more !== ''}</IsTruncated>${items.join('')}${more}</ListBucketResult>`,
    );
  }
  if (request.method === 'PUT') {
    objects.set(key, body);
    return response.end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return response.writeHead(204).end();
  }
  const object = objects.get(key);
  if (!object) return refuse(response, 404, 'NoSuchKey');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) {
    return response.end(object);
  }
  const from = Number(range[1]);
  if (from >= object.length) return refuse(response, 416, 'InvalidRange');
  return response
    .writeHead(206)
    .end(object.subarray(from, range[2] === '' ? undefined : Number(range[2]) + 1));
}

function refuse(response: ServerResponse, status: number, code: string): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/xml' });
  return response.end(`<Error><Code>${code}</Code></Error>`);
}

/** The store's word for what is wrong with a signature, or undefined. */
function whatIsWrong(request: IncomingMessage, body: Buffer): string | undefined {
  const { headers } = request;
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!given) return 'AccessDenied';
  const [, keyId, day, region, signedHeaders, signature] = given as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (keyId !== KEY_ID) return 'InvalidAccessKeyId';
  const stamp = String(headers['x-amz-date']);
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) < LATE_MS) || !stamp.startsWith(day)) return 'RequestTimeTooSkewed';
  const digest = String(headers['x-amz-content-sha256']);
  if (digest !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const names = signedHeaders.split(';');
  for (const needed of ['host', 'x-amz-date', 'x-amz-content-sha256'])
    if (!names.includes(needed)) return 'AccessDenied';
  const url = new URL(request.url!, 'http://store');
  const query = [...url.searchParams].map(([k, v]) => `${encode(k)}=${encode(v)}`).sort();
  const canonical = [
    request.method,
    url.pathname,
    query.join('&'),
    ...names.map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}`),
    '',
    signedHeaders,
    digest,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    Buffer.from(`AWS4${SECRET}`),
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
    ? undefined
    : 'SignatureDoesNotMatch';
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
