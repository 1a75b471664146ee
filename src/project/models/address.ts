/**
 * Whether a catalogue or a file may be got from there: over https, or from this machine. Names and passwords in addresses end up in
 * messages and logs, so there may be none.
 */
export function isAllowedAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether a host name of an address is this machine whatever a name server says. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** An address as messages may show it: what stands behind ? is often a key. */
export function shownAddress({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
