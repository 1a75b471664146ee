import { isAbsolute, relative, resolve } from 'node:path';
import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import type { Project } from '../project/project.ts';
import { formatNamed } from '../wire/read-wire.ts';

/**
 * The target locales a person named, or those of the project.
 *
 * @throws DepecheError `usage` for what is no language tag, or is the source language
 */
export function targetLocales(names: readonly string[] | undefined, { config }: Project): readonly Locale[] {
  if (names === undefined) return config.targets;
  return [...new Set(names.map((name) => targetLocale(name, config.source)))];
}

function targetLocale(name: string, source: Locale): Locale {
  const locale = parseLocale(name.trim());
  if (locale === undefined) {
    throw new DepecheError('usage', `“${name}” is no language tag (BCP 47), such as en or pt-BR`);
  }
  if (locale === source) throw new DepecheError('usage', `“${name}” is the source language of this project`);
  return locale;
}

/**
 * The project as if its configuration had the wire format that a person named.
 *
 * @throws DepecheError `usage` for a name that no format has
 */
export function withWireFormat(project: Project, name: string | undefined): Project {
  if (name === undefined) return project;
  const { config } = project;
  return { ...project, config: { ...config, wire: { ...config.wire, format: formatNamed(name).name } } };
}

/** A path a person typed, as the project has it: relative to its root where it lies in it, else absolute. */
export function fromRoot({ root }: Project, cwd: string, path: string): string {
  const inside = relative(root, resolve(cwd, path));
  return inside.startsWith('..') || isAbsolute(inside) ? resolve(cwd, path) : inside === '' ? '.' : inside;
}
