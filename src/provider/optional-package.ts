import { findPackageJSON } from 'node:module';
import { DepecheError } from '../model/errors.ts';

/**
 * Makes sure of a package that depeche does not bring. It is asked where a provider is set up, so that a run says it before it begins, and
 * again where the package is loaded; a dry run loads nothing and needs none.
 *
 * @param specifier the package with its major version, as npm is told: `openai@7`
 * @param user what needs it, at the start of a sentence: `the provider deepl`
 * @throws DepecheError `config` where it is not installed
 */
export function assertInstalled(specifier: string, user: string): void {
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  try {
    findPackageJSON(name, import.meta.url);
  } catch (cause) {
    const what = `${user} needs the package ${name}, which is not installed: npm install ${specifier}`;
    throw new DepecheError('config', what, { cause });
  }
}
