import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/xliff/2.1/suite/', import.meta.url));

/** Whether the core suite of the OASIS committee lies beside this checkout. */
export const suiteIsThere = existsSync(folder);

/** The XLIFF files of one part of the suite, by name. */
export function suiteFiles(part: 'valid' | 'invalid' | 'in-out'): ReadonlyMap<string, string> {
  if (!suiteIsThere) return new Map();
  const names = readdirSync(`${folder}${part}`).filter((name) => name.endsWith('.xlf'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map(names.map((name) => [name, decoder.decode(readFileSync(`${folder}${part}/${name}`))]));
}
