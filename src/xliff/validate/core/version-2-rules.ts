import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { Schema } from '../check-element.ts';
import type { FileRecord } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { inheritedIn, nothingInherited } from '../inherited.ts';
import { checkChangeTracking } from '../modules/change-tracking.ts';
import { checkFormatStyle } from '../modules/format-style.ts';
import { checkItsAttributes } from '../modules/its.ts';
import { checkItsReferences, checkItsStandoff, rememberStandoff } from '../modules/its-standoff.ts';
import { itsAttributes, itsElements, itsXliffAttributes } from '../modules/its-tables.ts';
import { checkMetadata } from '../modules/metadata.ts';
import { moduleAttributes } from '../modules/module-attributes.ts';
import { moduleElements } from '../modules/module-tables.ts';
import { checkPlacement } from '../modules/placement.ts';
import { checkResourceData, checkResourceReferences } from '../modules/resource-data.ts';
import { checkSizeRestriction, profilesOf, rememberSizeData } from '../modules/size-restriction.ts';
import { checkValidation } from '../modules/validation.ts';
import { namespaces } from '../namespaces.ts';
import type { Ancestor, Rules } from '../rules.ts';
import { checkUnit } from './check-unit.ts';
import { coreElements } from './core-elements.ts';
import { addIfSeen, checkExtensionIds, checkListIds } from './identifiers.ts';
import { checkPrefix } from './inline-values.ts';

const attributes: Schema['attributes'] = new Map([
  ...moduleAttributes,
  [namespaces.its, itsAttributes],
  [namespaces.itsXliff, itsXliffAttributes],
]);

/** ITS became a module with 2.1: in 2.0 it is an extension like others. */
const schemas: Readonly<Record<'2.0' | '2.1', Schema>> = {
  '2.0': {
    elements: new Map([[namespaces.core, coreElements], ...moduleElements]),
    attributes,
    extensions: new Set([namespaces.its, namespaces.itsXliff]),
  },
  '2.1': {
    elements: new Map([[namespaces.core, coreElements], [namespaces.its, itsElements], ...moduleElements]),
    attributes,
  },
};

/** Prefixes that the committee registered for extensions, as the files of its own suite use them. */
const registeredPrefixes: readonly string[] = ['tbx'];

/** The rules of XLIFF 2.0 and 2.1. */
export function version2Rules(
  root: XmlElement,
  version: '2.0' | '2.1',
  report: Report,
  morePrefixes: readonly string[],
): Rules {
  const languages = {
    sourceLanguage: attributeOf(root, 'srcLang'),
    targetLanguage: attributeOf(root, 'trgLang'),
  };
  const extensionPrefixes = new Set([...registeredPrefixes, ...morePrefixes]);
  const fileIds = new Set<string>();
  const xmlIds = new Set<string>();
  const schema = schemas[version];
  let file = newFile(root);

  function opened(element: XmlElement, ancestors: readonly Ancestor[]): void {
    if (element.uri !== namespaces.core) {
      const xmlId = attributeOf(element, 'id', namespaces.xml);
      addIfSeen(element, xmlId, 'xml-id-unique', 'this document', report, xmlIds);
      const ofSizes = element.uri === namespaces.sizeRestriction && element.local === 'profiles';
      if (ofSizes) file.profiles = profilesOf(element);
      return;
    }
    const id = attributeOf(element, 'id');
    switch (element.local) {
      case 'file':
        file = newFile(element);
        addIfSeen(element, id, 'file-id-unique', 'this document', report, fileIds);
        break;
      case 'group':
        addIfSeen(element, id, 'group-id-unique', 'a group of this file', report, file.groups);
        checkPrefix(element, 'type', report);
        break;
      case 'unit':
        addIfSeen(element, id, 'unit-id-unique', 'a unit of this file', report, file.units);
        checkPrefix(element, 'type', report);
        break;
      case 'note':
      case 'xliff':
        break;
      default:
        return;
    }
    if (element.attributes.every(({ uri }) => uri === '')) return;
    checkFormatStyle(element, report);
    if (element.local !== 'file') checkSizes(element, ancestors);
    if (version === '2.1')
      checkItsAttributes(element, ancestors.at(-1)?.inherited ?? nothingInherited, report);
  }

  function checkSizes(element: XmlElement, ancestors: readonly Ancestor[]): void {
    const around = ancestors.map((ancestor) => ancestor.element);
    checkSizeRestriction(element, around, file, report);
  }

  function closed(element: XmlElement, ancestors: readonly Ancestor[]): void {
    const outer = ancestors.at(-1);
    if (element.uri !== namespaces.core) {
      if (outer) closedOfModule(element, outer.element);
      return;
    }
    switch (element.local) {
      case 'unit': {
        const inherited = inheritedIn(element, outer?.inherited ?? nothingInherited);
        const around = ancestors.map((ancestor) => ancestor.element);
        checkUnit(element, {
          ...{ report, version, ...languages, extensionPrefixes, file, inherited },
          ancestors: around,
        });
        closedHolder(element, ancestors);
        break;
      }
      case 'group':
        closedHolder(element, ancestors);
        break;
      case 'file':
        closedHolder(element, ancestors);
        checkSizes(element, ancestors);
        checkSubFlows(file, report);
        checkResourceReferences(file, report);
        break;
      case 'notes':
        checkListIds(element, report);
        break;
      case 'originalData':
        if (outer?.element.uri === namespaces.core) checkListIds(element, report);
        break;
      case 'skeleton':
        checkSkeleton(element, report);
        break;
    }
  }

  /** What later elements may refer to, in or around the element that holds it. */
  function closedOfModule(element: XmlElement, holder: XmlElement): void {
    if (element.uri === namespaces.its) rememberStandoff(element, holder, file);
    if (element.uri === namespaces.sizeRestriction && element.local === 'data') {
      rememberSizeData(element, holder, file);
    }
  }

  /** What a file, group or unit holds of modules and extensions. */
  function closedHolder(holder: XmlElement, ancestors: readonly Ancestor[]): void {
    if (version === '2.1') {
      const around = [...ancestors.map(({ element }) => element), holder];
      checkItsReferences(holder, around, file, extensionPrefixes, report);
      checkItsStandoff(holder, report);
    }
    if (holder.children.every((child) => child.kind === 'text' || child.uri === namespaces.core)) return;
    checkPlacement(holder, schema.elements, report);
    checkExtensionIds(holder, schema.elements, report);
    checkChangeTracking(holder, file, report);
    for (const child of childrenOf(holder)) {
      if (child.uri === namespaces.metadata) checkMetadata(child, report);
      if (child.uri === namespaces.validation) checkValidation(child, holder, report);
      if (child.uri === namespaces.resourceData) checkResourceData(child, file, languages, report);
    }
  }

  return { schema, forgotten: new Set(['unit']), opened, closed };
}

function newFile(element: XmlElement): FileRecord {
  return {
    element,
    id: attributeOf(element, 'id'),
    units: new Set(),
    groups: new Set(),
    resources: new Set(),
    subFlows: [],
    resourceReferences: [],
    profiles: { general: '', storage: '' },
    sizeData: new WeakMap(),
    standoff: new WeakMap(),
  };
}

function checkSubFlows({ units, subFlows }: FileRecord, report: Report): void {
  for (const { from, attribute, unit } of subFlows) {
    if (units.has(unit)) continue;
    const message = `${attribute} names ${quoted(unit)}, which is no unit of this file: correct the id`;
    report.add('sub-flow-reference', from, message);
  }
}

function checkSkeleton(skeleton: XmlElement, report: Report): void {
  const hasLink = attributeOf(skeleton, 'href') !== undefined;
  if (hasLink !== skeleton.children.length > 0) return;
  const message = hasLink ? 'has href, so it must be empty' : 'is empty, so it needs href';
  report.add('skeleton-link-or-content', skeleton, `<${skeleton.name}> ${message}: correct one of them`);
}
