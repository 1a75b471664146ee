import { DepecheError } from '../../model/errors.ts';
import { xmlBudget } from '../../xml/budget.ts';
import { attributeOf, type XmlElement, type XmlNode, type XmlPlace } from '../../xml/node.ts';
import { type XmlSource, xmlPieces } from '../../xml/read.ts';
import { type XmlHandler, xmlStream } from '../../xml/stream.ts';
import { addText, endContent, isLayout, type Progress, takeChild } from './check-content.ts';
import { checkElement, ruleOf } from './check-element.ts';
import { version2Rules } from './core/version-2-rules.ts';
import type { ElementRule } from './element-table.ts';
import { createReport, type Finding, quoted, type Report } from './finding.ts';
import { inheritedIn, nothingInherited } from './inherited.ts';
import { namespaces } from './namespaces.ts';
import type { Ancestor, Rules } from './rules.ts';
import { version12Rules } from './version-1.2/version-1.2-rules.ts';

export type ValidateOptions = {
  /** How the file is called in findings. */
  readonly file?: string;
  /** How many findings are kept. */
  readonly limit?: number;
  /** Prefixes that fragment identifiers may use for extensions, beside the registered ones. */
  readonly extensionPrefixes?: readonly string[];
};

const defaultLimit = 1000;
/** Less than what the parser refuses, so that the finding says what it is. */
const deepestNesting = 60;
/** Elements, attributes and texts of one unit and of what is in no unit. */
const mostHeld = 1_000_000;

/**
 * Validates an XLIFF file of version 1.2 (strict), 2.0 or 2.1, modules included, against the constraints of the schemas and of the
 * prose of the standard. Memory grows with the largest unit and the number of units, not with the text.
 *
 * @param source the file, decoded, whole or in pieces
 * @returns what breaks a constraint, in the order of the file; nothing where it is valid. Never throws for what is in the file: what
 * is not well-formed is a finding too; what its pieces throw goes through.
 */
export function validateXliff(source: XmlSource, options: ValidateOptions = {}): Finding[] {
  const validation = xliffValidation(options);
  try {
    const stream = xmlStream(validation.handler);
    for (const piece of xmlPieces(source)) stream.write(piece);
    stream.end();
  } catch (error) {
    validation.broken(error);
  }
  return validation.findings();
}

/** A validation of a file that is read for something else as well. */
export type XliffValidation = {
  /** To be told of everything in the file, once. */
  readonly handler: XmlHandler;
  /** Takes what the reading of the file threw for a finding. @throws whatever is no fault of the file */
  broken(error: unknown): void;
  findings(): Finding[];
};

/** What {@link validateXliff} does, for whoever reads the file anyway. The handler throws where enough has been said about the file. */
export function xliffValidation(options: ValidateOptions = {}): XliffValidation {
  const report = createReport(options.limit ?? defaultLimit, options.file);
  let isBroken = false;
  const { handler, hasRoot } = handlerFor(report, options.extensionPrefixes ?? []);
  return {
    handler,
    broken(error) {
      if (!(error instanceof DepecheError) || error.code !== 'invalid') throw error;
      isBroken = true;
      if (error instanceof Stopped) return;
      const { line = 1, column = 1 } = error.place;
      report.add('well-formed', { line, column }, error.message);
    },
    findings() {
      if (!isBroken && !hasRoot())
        report.add('well-formed', { line: 1, column: 1 }, 'there is no XML element in it');
      return report.findings();
    },
  };
}

/** Ends the reading of a file about which enough has been said. */
class Stopped extends DepecheError {
  constructor() {
    super('invalid', 'the file is not read to its end');
  }
}

type Open = Ancestor & {
  readonly children: XmlNode[];
  readonly rule: ElementRule | undefined;
  readonly progress: Progress;
  /** What was held before it. */
  readonly held: number;
};

function handlerFor(
  report: Report,
  extensionPrefixes: readonly string[],
): { readonly handler: XmlHandler; hasRoot(): boolean } {
  const ancestors: Open[] = [];
  const budget = xmlBudget(mostHeld);
  let rules: Rules | undefined;
  const stop = (...[constraint, place, message]: Parameters<Report['add']>): never => {
    report.add(constraint, place, message);
    throw new Stopped();
  };
  const handler: XmlHandler = {
    open(element) {
      const parent = ancestors.at(-1);
      if (!parent) rules = rulesFor(element, report, extensionPrefixes) ?? stop(...unsupported(element));
      if (ancestors.length >= deepestNesting) {
        stop(
          'nesting-limit',
          element,
          `elements are nested more than ${deepestNesting} deep: this is no XLIFF of any tool`,
        );
      }
      if (!rules) return;
      const held = budget.held();
      budget.element(element);
      const rule = ruleOf(element, rules.schema);
      checkElement(element, rule, rules.schema, report);
      rules.opened(element, ancestors);
      if (parent?.rule) takeChild(parent.element, element, parent.rule, parent.progress, report);
      if (!rules.forgotten.has(element.local)) parent?.children.push(element);
      const inherited = inheritedIn(element, parent?.inherited ?? nothingInherited);
      ancestors.push({
        element,
        children: element.children,
        rule,
        progress: { at: 0, count: 0 },
        inherited,
        held,
      });
    },
    close() {
      const closed = ancestors.pop();
      if (!closed || !rules) return;
      if (closed.rule) endContent(closed.element, closed.rule, closed.progress, report);
      rules.closed(closed.element, ancestors);
      if (rules.forgotten.has(closed.element.local)) budget.release(closed.held);
    },
    text(piece) {
      const around = ancestors.at(-1);
      if (!around || (around.rule && isLayout(piece, around.rule))) return;
      if (around.rule?.text === false) addText(around.element, piece, report);
      budget.text(around.element);
      around.children.push({ kind: 'text', text: piece });
    },
    doctype(_declaration, place: XmlPlace) {
      stop(
        'document-type',
        place,
        'a document type (DOCTYPE) is not accepted, and none of its entities read: remove it',
      );
    },
  };
  return { handler, hasRoot: () => rules !== undefined };
}

function rulesFor(root: XmlElement, report: Report, extensionPrefixes: readonly string[]): Rules | undefined {
  if (root.local !== 'xliff') return undefined;
  const version = attributeOf(root, 'version');
  if (root.uri === namespaces.xliff12 && (version === '1.2' || version === undefined)) {
    return version12Rules(root, report);
  }
  if (root.uri !== namespaces.core) return undefined;
  if (version === '2.0' || version === '2.1') {
    return version2Rules(root, version, report, extensionPrefixes);
  }
  return version === undefined ? version2Rules(root, '2.1', report, extensionPrefixes) : undefined;
}

function unsupported(root: XmlElement): Parameters<Report['add']> {
  const known = /^urn:oasis:names:tc:xliff:document:(?<version>\d\.\d)$/u.exec(root.uri);
  if (root.local !== 'xliff' || !known) {
    const uri = root.uri === '' ? 'no namespace' : `the namespace ${quoted(root.uri)}`;
    const message = `the document begins with <${root.name}> in ${uri}, not with <xliff> in a namespace of XLIFF: nothing in it was checked`;
    return ['root-element', root, message];
  }
  const version = attributeOf(root, 'version') ?? known.groups?.version ?? '';
  const message = `version ${quoted(version)} in the namespace ${quoted(root.uri)} is none of 1.2, 2.0 and 2.1: nothing in it was checked`;
  return ['version-supported', root, message];
}
