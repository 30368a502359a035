import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** One key an organisation and purpose, from the organisation's own secret. */
const keyFrom = (hashKey: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', hashKey, '', purpose, 32));

/** AES-256-GCM: nonce, tag, ciphertext. It opens only with the same key, purpose and place. */
export function seal(text: string, hashKey: string, purpose: string, place: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(hashKey, purpose), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when anything of it was changed or the key is another. */
export function unseal(bytes: Uint8Array, hashKey: string, purpose: string, place: string): string {
  const buffer = Buffer.from(bytes);
  const nonce = buffer.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(hashKey, purpose), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(buffer.subarray(nonceBytes, nonceBytes + tagBytes));
  const text = Buffer.concat([decipher.update(buffer.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return text.toString('utf8');
}
