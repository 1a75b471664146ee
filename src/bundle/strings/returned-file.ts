import { DepecheError } from '../../model/errors.ts';
import { type Locale, parseLocale } from '../../model/locale.ts';
import { attributeOf, childrenOf, textIn, type XmlElement, type XmlPlace } from '../../xml/node.ts';
import { readXml } from '../../xml/read.ts';
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
  /** The notes beside it, put together; empty where it has none. */
  readonly note: string;
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
  /**
   * The units once more, without prefixes, without groups and with nothing that is not XLIFF: what the package can read. In several
   * documents, because it takes thirty times the memory of what it reads.
   */
  readonly plain: Iterable<string>;
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
  const found = new Map<XmlElement, FoundUnits>();
  const root = readXml(text, {
    parts: {
      isPart: (element, around) => isUnit(element, around),
      part(unit, [parent = unit, file = unit]) {
        const { units, plain } = found.get(file) ?? newFile(found, file);
        units.push(versionOf(parent) === '1.2' ? unitOf12(unit) : unitOf2(unit));
        plain.push(plainMarkup(unit, parent.uri));
      },
      maxHeld: 1_000_000,
    },
  });
  const version = versionOf(root);
  const fileElements = childrenOf(root, 'file');
  const files = fileElements.map((file) => ({
    ...namesOf(file, version),
    units: once(found.get(file)?.units ?? []),
  }));
  if (files.every(({ units }) => units.length === 0)) throw refusal(root, 'there are no units in it');
  const names = new Set<string>();
  for (const [index, { name }] of files.entries()) {
    if (names.has(name)) throw refusal(fileElements[index] ?? root, `the file “${name}” stands there twice`);
    names.add(name);
  }
  return {
    version: version === '1.2' ? '1.2' : '2.0',
    plain: plainDocuments(root, found),
    ...languagesOf(root, version),
    files,
  };
}

/** The units of one `<file>`, as they are read, and as the package is to read them. */
type FoundUnits = { readonly units: ReturnedUnit[]; readonly plain: Markup[] };

function newFile(found: Map<XmlElement, FoundUnits>, file: XmlElement): FoundUnits {
  const made: FoundUnits = { units: [], plain: [] };
  found.set(file, made);
  return made;
}

/** Whether an element is a unit in its place; groups are gone through. */
function isUnit({ local }: XmlElement, [root, file, ...others]: readonly XmlElement[]): boolean {
  if (!root || file?.local !== 'file') return false;
  if (versionOf(root) !== '1.2') return local === 'unit' && others.every(isGroup);
  const [body, ...groups] = others;
  return local === 'trans-unit' && body?.local === 'body' && groups.every(isGroup);
}

function isGroup({ local }: XmlElement): boolean {
  return local === 'group';
}

function versionOf(root: XmlElement): '1.2' | '2.0' | '2.1' {
  if (root.local !== 'xliff') throw refusal(root, `this is no XLIFF file: its root is <${root.name}>`);
  const version = attributeOf(root, 'version') ?? 'none';
  if (version === '1.2' || version === '2.0' || version === '2.1') return version;
  throw refusal(root, `XLIFF of version ${version} is not known here: 1.2, 2.0 and 2.1 are`);
}

/** How many units the package is given at a time. */
const unitsAtATime = 5_000;

function* plainDocuments(root: XmlElement, found: ReadonlyMap<XmlElement, FoundUnits>): Generator<string> {
  for (const [file, { plain }] of found) {
    for (let from = 0; from < plain.length; from += unitsAtATime) {
      const units = plain.slice(from, from + unitsAtATime);
      const content = versionOf(root) === '1.2' ? element('body', {}, units) : units;
      yield document(
        element(root.local, plainAttributes(root), element('file', plainAttributes(file), content)),
      );
    }
  }
}

/** The package has no use for them, and fails where a tool has emptied them. */
const remarks: ReadonlySet<string> = new Set(['notes', 'note']);

function plainMarkup(old: XmlElement, uri: string): Markup {
  const children = old.children.flatMap((child): Content[] =>
    child.kind === 'text'
      ? [child.text]
      : child.uri === uri && !remarks.has(child.local)
        ? [plainMarkup(child, uri)]
        : [],
  );
  return element(old.local, plainAttributes(old), children);
}

function plainAttributes({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(
    attributes.filter(({ uri }) => uri === '').map(({ local, value }) => [local, value]),
  );
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

function namesOf(file: XmlElement, version: string): Pick<ReturnedFile, 'name' | 'original'> {
  if (version === '1.2') {
    const name = attributeOf(file, 'original') ?? '';
    return { name, original: name };
  }
  const name = attributeOf(file, 'id') ?? '';
  return { name, original: (pathOfId(name) ?? [name]).join('/') };
}

function unitOf12(unit: XmlElement): ReturnedUnit {
  const target = childrenOf(unit, 'target')[0];
  return {
    ...headOf(unit),
    source: textIn(sourceOf(unit)),
    target: target ? textIn(target) : '',
    marked: target !== undefined && /^needs-|^new$/u.test(attributeOf(target, 'state') ?? ''),
    coded: target !== undefined && hasCodes(target),
  };
}

function unitOf2(unit: XmlElement): ReturnedUnit {
  const parts = childrenOf(unit).filter(({ local }) => local === 'segment' || local === 'ignorable');
  const targets = parts.flatMap((part) => childrenOf(part, 'target'));
  return {
    ...headOf(unit),
    source: parts.map((part) => textIn(sourceOf(part))).join(''),
    target: targets.map(textIn).join(''),
    marked: parts.some((part) => /fuzzy|needs/iu.test(attributeOf(part, 'subState') ?? '')),
    coded: targets.some(hasCodes),
  };
}

function headOf(unit: XmlElement): Pick<ReturnedUnit, 'id' | 'line' | 'column' | 'note'> {
  const id = attributeOf(unit, 'id');
  if (id === undefined) throw refusal(unit, `a <${unit.name}> has no id`);
  const notes = [unit, ...childrenOf(unit, 'notes')].flatMap((parent) => childrenOf(parent, 'note'));
  return { id, note: notes.map(textIn).join('; '), line: unit.line, column: unit.column };
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
