import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { Schema } from '../check-element.ts';
import type { ConstraintId } from '../constraints.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import type { Ancestor, Rules } from '../rules.ts';
import { elements } from './elements.ts';
import { checkMarkIds, checkPairs } from './inline.ts';

const schema: Schema = { elements: new Map([[namespaces.xliff12, elements]]), attributes: new Map() };

/** Names that must be unique in a file: the element, the attribute, the constraint, and what shares one set of names. */
const uniqueNames: ReadonlyMap<string, readonly [attribute: string, constraint: ConstraintId, set: string]> =
  new Map([
    ['trans-unit', ['id', '1.2-unit-id-unique', 'unit']],
    ['bin-unit', ['id', '1.2-unit-id-unique', 'unit']],
    ['group', ['id', '1.2-group-id-unique', 'group']],
    ['tool', ['tool-id', '1.2-tool-id-unique', 'tool']],
    ['phase', ['phase-name', '1.2-phase-name-unique', 'phase']],
    ['count-group', ['name', '1.2-count-group-name-unique', 'count-group']],
    ['context-group', ['name', '1.2-context-group-name-unique', 'context-group']],
    ['external-file', ['uid', '1.2-external-file-uid-unique', 'external-file']],
  ]);

/** Attributes that name a phase or a tool of the header. */
const references: readonly (readonly [attribute: string, set: string, constraint: ConstraintId])[] = [
  ['phase-name', 'phase', '1.2-phase-name'],
  ['tool-id', 'tool', '1.2-tool-id'],
];

type FileRecord = {
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly names: Map<string, Set<string>>;
};

/** The rules of XLIFF 1.2 that its schema states as keys, or its prose alone. */
export function version12Rules(root: XmlElement, report: Report): Rules {
  let file = newFile(root);

  function opened(element: XmlElement): void {
    if (element.uri !== namespaces.xliff12) return;
    if (element.local === 'file') {
      file = newFile(element);
      checkFileTool(element);
    }
    if (attributeOf(element, 'xid') !== undefined) externals.push(element);
    const unique = uniqueNames.get(element.local);
    if (unique) remember(element, ...unique);
  }

  function remember(element: XmlElement, attribute: string, constraint: ConstraintId, set: string): void {
    const name = attributeOf(element, attribute);
    if (name === undefined) return;
    const names = file.names.get(set) ?? new Set<string>();
    file.names.set(set, names);
    if (names.has(name)) {
      const message = `${attribute}=${quoted(name)} of <${element.name}> is used before in this file: give it another`;
      report.add(constraint, element, message);
    }
    names.add(name);
  }

  /** The tool that wrote a file is named before the header that lists it. */
  const tools: XmlElement[] = [];
  /** Content that is in a unit of its own, which may come later. */
  const externals: XmlElement[] = [];
  function checkFileTool(element: XmlElement): void {
    if (attributeOf(element, 'tool-id') !== undefined) tools.push(element);
  }

  function closed(element: XmlElement, ancestors: readonly Ancestor[]): void {
    if (element.uri !== namespaces.xliff12) return;
    const parent = ancestors.at(-1)?.element;
    if (element.local === 'file') {
      for (const written of tools.splice(0)) checkReference(written, 'tool-id', 'tool', '1.2-tool-id');
      for (const external of externals.splice(0)) checkExternal(external);
      return;
    }
    if (element.local === 'header') {
      for (const phase of childrenOf(element).flatMap((child) => childrenOf(child, 'phase'))) {
        checkReference(phase, 'tool-id', 'tool', '1.2-tool-id');
      }
      return;
    }
    if (element.local !== 'phase' && element.local !== 'tool') {
      for (const [attribute, set, constraint] of references)
        checkReference(element, attribute, set, constraint);
    }
    if (element.local === 'source' || element.local === 'target' || element.local === 'seg-source') {
      checkPairs(element, report);
      if (parent?.local === 'trans-unit') checkLanguage(element);
    }
    if (element.local === 'trans-unit' || element.local === 'alt-trans') checkMarkIds(element, report);
  }

  function checkReference(
    element: XmlElement,
    attribute: string,
    set: string,
    constraint: ConstraintId,
  ): void {
    const name = attributeOf(element, attribute);
    if (name === undefined || file.names.get(set)?.has(name)) return;
    const message = `${attribute}=${quoted(name)} is no <${set}> of the header: add it there, or correct the name`;
    report.add(constraint, element, message);
  }

  function checkExternal(element: XmlElement): void {
    const name = attributeOf(element, 'xid');
    if (name === undefined || file.names.get('unit')?.has(name)) return;
    const message = `xid=${quoted(name)} is no <trans-unit> or <bin-unit> of this file: correct the id`;
    report.add('1.2-external-id', element, message);
  }

  function checkLanguage(text: XmlElement): void {
    const own = attributeOf(text, 'lang', namespaces.xml);
    const wanted = text.local === 'target' ? file.target : file.source;
    const attribute = text.local === 'target' ? 'target-language' : 'source-language';
    if (text.local === 'target' && own === undefined && wanted === undefined) {
      const message = 'a file with a <target> needs target-language on <file>: add it';
      report.add('1.2-target-language-missing', text, message);
    }
    if (own === undefined || wanted === undefined || own.toLowerCase() === wanted.toLowerCase()) return;
    const message = `<${text.name}> has xml:lang=${quoted(own)}, but ${attribute} of the file is ${quoted(wanted)}: they must be equal`;
    report.add('1.2-language', text, message);
  }

  return { schema, forgotten: new Set(['trans-unit', 'bin-unit']), opened, closed };
}

function newFile(element: XmlElement): FileRecord {
  return {
    source: attributeOf(element, 'source-language'),
    target: attributeOf(element, 'target-language'),
    names: new Map(),
  };
}
