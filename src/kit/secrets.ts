// Encrypts secrets at rest and compares them safely.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Encrypts and decrypts with a key derived from the installation's master key (AES-256-GCM). */
export type SecretBox = {
  /** `context` binds the ciphertext to its place (e.g. `account:<id>:token`); opening needs the same one. */
  seal(plain: string, context: string): string;
  /** Throws when the text was changed, or belongs to another context or master key. */
  open(sealed: string, context: string): string;
  /** A keyed digest, for looking a secret up without storing it. */
  digest(plain: string): string;
  /** A secret of its own for `purpose`, the same at every start: 43 characters. */
  derive(purpose: string): string;
};

const VERSION = 'v1';

/** `masterKey` is at least 32 bytes of secret; keep it: without it, stored tokens are lost. */
export function secretBox(masterKey: Buffer): SecretBox {
  if (masterKey.length < 32) throw new Error('The master key must be at least 32 bytes.');
  const boxKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'rondine secrets', 32));
  const digestKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'rondine digests', 32));
  return {
    seal(plain, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', boxKey, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [VERSION, Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join('.');
    },
    open(sealed, context) {
      const [version, text] = sealed.split('.');
      if (version !== VERSION || !text) throw new Error('This is not a sealed secret.');
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', boxKey, bytes.subarray(0, 12))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    digest: (plain) => createHmac('sha256', digestKey).update(plain).digest('base64url'),
    derive: (purpose) =>
      Buffer.from(hkdfSync('sha256', masterKey, '', `rondine ${purpose}`, 32)).toString('base64url'),
  };
}

/** Compares in constant time, whatever the lengths. */
export function safeEqual(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
