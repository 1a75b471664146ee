import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { remembered } from './remembered.ts';

/**
 * SHA-256 of the parts as lower-case hex. Each part is hashed with its length, so `['ab', 'c']` and `['a', 'bc']` differ.
 *
 * Identity, journal keys and "has this text been edited" all rest on it; the pure core must run in browsers, so it is not `node:crypto`
 * alone: where the core runs in Node, Node computes the same seven times as fast.
 */
export function hashOf(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return platform?.hash('sha256', text, 'hex') ?? portableHash(text);
}

/** SHA-256 of a text as lower-case hex wherever the core runs. */
export function portableHash(text: string): string {
  const hash = () => bytesToHex(sha256(utf8ToBytes(text)));
  return text.length > longestKept ? hash() : remembered(kept, text, hash);
}

/** A sentence is hashed when its master is read and again when it is written, and its source for each locale. */
const kept = new Map<string, string>();
const longestKept = 2000;

/** SHA-256 of a text as it stands, in base64: what a Content-Security-Policy allows an inline style or script by. */
export function contentDigest(text: string): string {
  return btoa(String.fromCharCode(...sha256(utf8ToBytes(text))));
}

/** Asked for, not imported: a browser has neither this nor the means to ask, and a bundler finds nothing to bundle. */
const platform = globalThis.process?.getBuiltinModule?.('node:crypto');
