import { DepecheError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { attributeOf, childrenOf, textIn, type XmlElement } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';
import { PatternError } from './pattern-error.ts';
import { convertPattern } from './regular-expression.ts';

/** One rule: whether the text is cut between what `before` and what `after` match. */
export type SrxRule = {
  /** The name of its language rule and its position in there, from 1: `Titles:3`. SRX has no ids of its own. */
  readonly id: string;
  readonly breaks: boolean;
  /** Sources of regular expressions in the syntax of JavaScript with the flag `v`; an empty one matches everywhere. */
  readonly before: string;
  readonly after: string;
};

/** Which language codes a set of rules is for. */
export type SrxLanguageMap = { readonly pattern: RegExp; readonly languageRule: string };

/** Something in an SRX file that was read, but does not mean quite the same here. */
export type SrxWarning = { readonly rule: string; readonly message: string; readonly line: number };

/** An SRX file as it was read: its rules by name, and which of them hold for which languages, in the order of the file. */
export type SrxDocument = {
  readonly file?: string;
  readonly version: string;
  readonly header: {
    /** Whether every language map that fits gives its rules, or only the first one. */
    readonly cascade: boolean;
    /** Both are about inline formats, and plain text has none: read, kept, not used. */
    readonly segmentSubflows: boolean;
    readonly formatHandles: ReadonlyMap<string, boolean>;
  };
  readonly languageRules: ReadonlyMap<string, readonly SrxRule[]>;
  readonly languageMaps: readonly SrxLanguageMap[];
  readonly warnings: readonly SrxWarning[];
};

/**
 * Reads segmentation rules in SRX 2.0, or 1.0, with or without the namespace: our own and those of OmegaT, LanguageTool or Okapi.
 *
 * @param file named in errors
 * @throws DepecheError `invalid`, with line and column, for what is no SRX and for a rule whose regular expression cannot be converted
 * @see https://www.unicode.org/uli/pas/srx/srx20.html
 */
export function parseSrx(xml: string, file?: string): SrxDocument {
  try {
    const root = readXml(xml.replace(/^\ufeff/u, ''), { doctype: 'skip' });
    return { ...documentOf(root), ...(file !== undefined && { file }) };
  } catch (error) {
    throw error instanceof DepecheError && file !== undefined ? error.in(file) : error;
  }
}

/**
 * The rules of a document for one locale, in the order in which they are tried.
 *
 * @throws DepecheError `invalid` where no language map fits the locale
 */
export function rulesFor(document: SrxDocument, locale: Locale): readonly SrxRule[] {
  const codes = [locale, locale.replaceAll('-', '_')];
  const fitting = document.languageMaps.filter(({ pattern }) => codes.some((code) => pattern.test(code)));
  const maps = document.header.cascade ? fitting : fitting.slice(0, 1);
  const names = new Set(maps.map((map) => map.languageRule));
  const rules = [...names].flatMap((name) => document.languageRules.get(name) ?? []);
  if (rules.length > 0) return rules;
  throw new DepecheError(
    'invalid',
    `no rules for “${locale}”: add a languagemap whose languagepattern fits it to the SRX file`,
    { place: document.file === undefined ? {} : { file: document.file } },
  );
}

function documentOf(root: XmlElement): SrxDocument {
  if (root.local !== 'srx') throw invalid(root, `an SRX file begins with <srx>, not <${root.name}>`);
  const version = attributeOf(root, 'version') ?? '';
  if (!/^[12]\.\d$/u.test(version)) {
    throw invalid(root, `SRX version “${version}” is not known here: 2.0 and 1.0 are`);
  }
  const [header] = childrenOf(root, 'header');
  const body = only(root, 'body');
  const warnings: SrxWarning[] = [];
  const languageRules = new Map<string, readonly SrxRule[]>();
  for (const element of childrenOf(only(body, 'languagerules'), 'languagerule')) {
    const name = required(element, 'languagerulename');
    if (languageRules.has(name)) throw invalid(element, `the languagerule “${name}” is there twice`);
    languageRules.set(
      name,
      childrenOf(element, 'rule').flatMap((rule, index) => ruleOf(rule, `${name}:${index + 1}`, warnings)),
    );
  }
  const maps = only(body, 'maprules');
  /** SRX 1.0 puts the maps of one purpose into a `maprule`; the first one is meant where nobody chooses. */
  const [group] = childrenOf(maps, 'maprule');
  const languageMaps = childrenOf(group ?? maps, 'languagemap').map((map) =>
    languageMapOf(map, languageRules),
  );
  const formatHandles = (header ? childrenOf(header, 'formathandle') : []).map(
    (handle) => [required(handle, 'type'), attributeOf(handle, 'include') === 'yes'] as const,
  );
  return {
    version,
    header: {
      cascade: header !== undefined && attributeOf(header, 'cascade') === 'yes',
      segmentSubflows: header === undefined || attributeOf(header, 'segmentsubflows') !== 'no',
      formatHandles: new Map(formatHandles),
    },
    languageRules,
    languageMaps,
    warnings,
  };
}

function ruleOf(element: XmlElement, id: string, warnings: SrxWarning[]): readonly SrxRule[] {
  const breaks = attributeOf(element, 'break') ?? 'yes';
  if (breaks !== 'yes' && breaks !== 'no') {
    throw invalid(element, `rule ${id}: break is “yes” or “no”, not “${breaks}”`);
  }
  const side = (local: string): string => {
    const [place] = childrenOf(element, local);
    if (place === undefined) return '';
    const { source, warnings: found } = patternAt(place, textIn(place), `rule ${id}, ${local}`);
    for (const message of found) warnings.push({ rule: id, message, line: place.line });
    return source;
  };
  const rule = { id, breaks: breaks === 'yes', before: side('beforebreak'), after: side('afterbreak') };
  if (rule.before !== '' || rule.after !== '') return [rule];
  warnings.push({ rule: id, message: 'a rule without any pattern is passed over', line: element.line });
  return [];
}

function languageMapOf(
  element: XmlElement,
  languageRules: ReadonlyMap<string, readonly SrxRule[]>,
): SrxLanguageMap {
  const languageRule = required(element, 'languagerulename');
  if (!languageRules.has(languageRule)) {
    throw invalid(element, `the languagemap names a languagerule “${languageRule}” that is not there`);
  }
  const { source } = patternAt(element, required(element, 'languagepattern'), 'languagepattern');
  return { pattern: new RegExp(`^(?:${source})$`, 'iv'), languageRule };
}

function patternAt(place: XmlElement, pattern: string, what: string): ReturnType<typeof convertPattern> {
  try {
    return convertPattern(pattern);
  } catch (cause) {
    if (!(cause instanceof PatternError)) throw cause;
    throw new DepecheError('invalid', `${what}: “${pattern}” cannot be used here: ${cause.message}`, {
      cause,
      place: { line: place.line, column: place.column },
    });
  }
}

function only(parent: XmlElement, local: string): XmlElement {
  const [child] = childrenOf(parent, local);
  if (child === undefined) throw invalid(parent, `<${parent.name}> has no <${local}>`);
  return child;
}

function required(element: XmlElement, name: string): string {
  const value = attributeOf(element, name);
  if (value === undefined) throw invalid(element, `<${element.name}> has no ${name}`);
  return value;
}

function invalid({ line, column }: XmlElement, message: string): DepecheError {
  return new DepecheError('invalid', message, { place: { line, column } });
}
