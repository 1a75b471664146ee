import { DepecheError } from '../../model/errors.ts';
import { type Locale, parseLocale } from '../../model/locale.ts';
import { attributeOf, childrenOf, readXml, textIn, type XmlElement, type XmlPlace } from '../../xml/read.ts';
import { type Content, document, element, type Markup } from '../../xml/write.ts';
import { pathOfId } from './unit-id.ts';
import type { XliffVersion } from './xliff-package.ts';

/** A unit as it came home. */
export type ReturnedUnit = XmlPlace & {
  readonly id: string;
  readonly source: string;
  /** Empty where it has no translation. */
  readonly target: string;
  /** The translator's tool says that work is left to do. */
  readonly marked: boolean;
  /** The translation holds inline codes; none were sent. */
  readonly coded: boolean;
};

/** The file of one resource, as it came home. */
export type ReturnedFile = {
  /** How XLIFF names it: the id of `file` in 2.0, `original` in 1.2. */
  readonly name: string;
  /** The path of the resource in the project. */
  readonly original: string;
  readonly units: readonly ReturnedUnit[];
};

export type Returned = {
  readonly version: XliffVersion;
  /** The file once more, its elements without prefixes and with nothing that is not XLIFF: what the package can read. */
  readonly plain: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly files: readonly ReturnedFile[];
};

/**
 * The strict gate before app strings: reads the structure of an XLIFF file (1.2, 2.0 and 2.1; whatever prefix its elements have).
 *
 * @throws DepecheError `invalid`, with line and column, for what is not well-formed, is truncated, has a document type, is of an
 *   unknown version, says no languages or several pairs of them, has an id twice, or has no units
 */
export function readReturned(text: string): Returned {
  const root = readXml(text);
  if (root.local !== 'xliff') throw refusal(root, `this is no XLIFF file: its root is <${root.name}>`);
  const version = attributeOf(root, 'version') ?? 'none';
  if (version !== '1.2' && version !== '2.0' && version !== '2.1') {
    throw refusal(root, `XLIFF of version ${version} is not known here: 1.2, 2.0 and 2.1 are`);
  }
  const read = version === '1.2' ? fileOf12 : fileOf2;
  const files = childrenOf(root, 'file').map((file) => ({ place: file, ...read(file) }));
  if (files.every(({ units }) => units.length === 0)) throw refusal(root, 'there are no units in it');
  const names = new Set<string>();
  for (const { place, name } of files) {
    if (names.has(name)) throw refusal(place, `the file “${name}” stands there twice`);
    names.add(name);
  }
  return {
    version: version === '1.2' ? '1.2' : '2.0',
    plain: plainText(root),
    ...languagesOf(root, version),
    files,
  };
}

function plainText(root: XmlElement): string {
  const rewrite = (old: XmlElement): Markup =>
    element(
      old.local,
      Object.fromEntries(
        old.attributes.filter(({ uri }) => uri === '').map(({ local, value }) => [local, value]),
      ),
      old.children.flatMap((child): Content[] =>
        child.kind === 'text' ? [child.text] : child.uri === root.uri ? [rewrite(child)] : [],
      ),
    );
  return document(rewrite(root));
}

function languagesOf(root: XmlElement, version: string): { readonly from: Locale; readonly to: Locale } {
  const [first, ...others] = version === '1.2' ? childrenOf(root, 'file') : [root];
  const [source, target] =
    version === '1.2' ? ['source-language', 'target-language'] : ['srcLang', 'trgLang'];
  const language = (parent: XmlElement, attribute: string): Locale => {
    const written = attributeOf(parent, attribute);
    if (written === undefined) throw refusal(parent, `it does not say its languages (${attribute})`);
    const locale = parseLocale(written.replaceAll('_', '-'));
    if (locale === undefined) throw refusal(parent, `“${written}” is no language tag`);
    return locale;
  };
  if (!first || source === undefined || target === undefined) throw refusal(root, 'there is no <file> in it');
  const pair = { from: language(first, source), to: language(first, target) };
  for (const other of others) {
    if (language(other, source) !== pair.from || language(other, target) !== pair.to) {
      throw refusal(other, 'its files are of several pairs of languages: import them one by one');
    }
  }
  return pair;
}

function fileOf12(file: XmlElement): ReturnedFile {
  const name = attributeOf(file, 'original') ?? '';
  const units = unitsUnder(childrenOf(file, 'body'), 'trans-unit').map((unit): ReturnedUnit => {
    const target = childrenOf(unit, 'target')[0];
    return {
      ...headOf(unit),
      source: textIn(sourceOf(unit)),
      target: target ? textIn(target) : '',
      marked: target !== undefined && /^needs-|^new$/u.test(attributeOf(target, 'state') ?? ''),
      coded: target !== undefined && hasCodes(target),
    };
  });
  return { name, original: name, units: once(units) };
}

function fileOf2(file: XmlElement): ReturnedFile {
  const name = attributeOf(file, 'id') ?? '';
  const path = pathOfId(name) ?? [name];
  const units = unitsUnder([file], 'unit').map((unit): ReturnedUnit => {
    const parts = childrenOf(unit).filter(({ local }) => local === 'segment' || local === 'ignorable');
    const targets = parts.flatMap((part) => childrenOf(part, 'target'));
    return {
      ...headOf(unit),
      source: parts.map((part) => textIn(sourceOf(part))).join(''),
      target: targets.map(textIn).join(''),
      marked: parts.some((part) => /fuzzy|needs/iu.test(attributeOf(part, 'subState') ?? '')),
      coded: targets.some(hasCodes),
    };
  });
  return { name, original: path.join('/'), units: once(units) };
}

/** The units in document order; groups are gone through. */
function unitsUnder(parents: readonly XmlElement[], name: string): XmlElement[] {
  return parents.flatMap((parent) =>
    childrenOf(parent).flatMap((child) =>
      child.local === 'group' ? unitsUnder([child], name) : child.local === name ? [child] : [],
    ),
  );
}

function headOf(unit: XmlElement): Pick<ReturnedUnit, 'id' | 'line' | 'column'> {
  const id = attributeOf(unit, 'id');
  if (id === undefined) throw refusal(unit, `a <${unit.name}> has no id`);
  return { id, line: unit.line, column: unit.column };
}

function sourceOf(parent: XmlElement): XmlElement {
  const [source] = childrenOf(parent, 'source');
  if (!source) throw refusal(parent, `a <${parent.name}> has no <source>`);
  return source;
}

/** Tags that enclose text and stand for nothing: a tool's own remarks. */
const markers = ['mrk', 'sm', 'em'];

function hasCodes(element: XmlElement): boolean {
  return childrenOf(element).some((child) => !markers.includes(child.local) || hasCodes(child));
}

function once(units: readonly ReturnedUnit[]): readonly ReturnedUnit[] {
  const ids = new Set<string>();
  for (const unit of units) {
    if (ids.has(unit.id)) throw refusal(unit, `the id “${unit.id}” stands there twice`);
    ids.add(unit.id);
  }
  return units;
}

function refusal({ line, column }: XmlPlace, what: string): DepecheError {
  return new DepecheError('invalid', what, { place: { line, column } });
}
