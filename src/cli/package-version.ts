import { readFileSync } from 'node:fs';

/** The version of the package; its `package.json` lies two folders up from the sources as from `dist`. */
export function packageVersion(): string {
  const found: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found
    ? String(found.version)
    : 'unknown';
}
