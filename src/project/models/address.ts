import { isLoopback } from '../../provider/loopback.ts';

/**
 * Whether a catalogue or a file may be got from there: over https, or from this machine. Names and passwords in addresses end up in
 * messages and logs, so there may be none.
 */
export function isAllowedAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** An address as messages may show it: what stands behind ? is often a key. */
export function shownAddress({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
