// Opens an encrypted push as a browser does (RFC 8188 and 8291), with the keys of its subscription.

import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import type { PushBrowser } from '../world/push-desk.ts';

const SALT = 16;
const TAG = 16;
/** Salt, record size, length of the sender's key. */
const HEAD = SALT + 4 + 1;
const LAST_RECORD = 2;

/** Throws when it was not encrypted for this browser. Pushes are one record. */
export function openPush(browser: PushBrowser, body: Buffer): string {
  const salt = body.subarray(0, SALT);
  const recordSize = body.readUInt32BE(SALT);
  const keyEnd = HEAD + body.readUInt8(HEAD - 1);
  const senderKey = body.subarray(HEAD, keyEnd);
  const sealed = body.subarray(keyEnd);
  if (sealed.length > recordSize) throw new Error('A push must be one record.');

  const pair = createECDH('prime256v1');
  pair.setPrivateKey(browser.privateKey);
  const shared = pair.computeSecret(senderKey);
  const context = Buffer.concat([Buffer.from('WebPush: info\0'), browser.publicKey, senderKey]);
  const material = derive(shared, browser.secret, context, 32);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);

  const opening = createDecipheriv('aes-128-gcm', key, nonce);
  opening.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = Buffer.concat([opening.update(sealed.subarray(0, sealed.length - TAG)), opening.final()]);
  const end = plain.lastIndexOf(LAST_RECORD);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error('The padding of the push is wrong.');
  return plain.subarray(0, end).toString('utf8');
}

function derive(material: Buffer, salt: Buffer, context: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, context, length));
}
