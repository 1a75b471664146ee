import { settleCovers } from '../model/covers.ts';
import { isDispatchId } from '../model/dispatch.ts';
import type { Kept, Master, Target } from '../model/draft.ts';
import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';
import { readAccepted } from './accepted-record.ts';
import { afterHandEdits } from './hand-edit.ts';
import { isSegmentId, originalId, removedGroup } from './identifiers.ts';
import { inlineText } from './inline.ts';
import { isUnit } from './is-unit.ts';
import { metasOf } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { refuse } from './refuse.ts';
import { readRecord, segmentCategory, textHash } from './segment-record.ts';
import { type ExportReader, exportCategory, exportReader, goneCategory } from './sent-record.ts';
import { parseState, type XliffState, xliffStates } from './states.ts';
import { targetOrder } from './target-order.ts';

/**
 * Reads the store of record of a draft, as `writeMaster` wrote it and as people may have edited it by hand: see
 * {@link afterHandEdits}. Extensions, unknown notes, another order and any prefixes are passed over.
 *
 * @param file the name of the file, for messages
 * @throws DepecheError `invalid`, with line and column, for what is not well-formed, has a DOCTYPE, is no XLIFF 2.1 of one dispatch, or
 *   says where words came from in a way that cannot be trusted: nothing is guessed, so nobody's work is lost
 */
export function readMaster(text: string, file?: string): Master {
  try {
    return masterOf(text);
  } catch (error) {
    throw file !== undefined && error instanceof DepecheError ? error.in(file) : error;
  }
}

/** In UTF-16 units, as long as a string can be: the masters are ours, and what could be written can be read. */
const maxLength = 512 * 1024 * 1024;

/** Unit by unit: the tree of a long story takes more time and memory than all the rest. */
function masterOf(text: string): Master {
  const ids = { units: new Set<string>(), segments: new Set<string>() };
  const units: Kept[] = [];
  const removed: Kept[] = [];
  const order = new Map<string, readonly string[]>();
  let head: Head | undefined;
  const part = (unit: XmlElement, around: readonly XmlElement[]): void => {
    head ??= headOf(around[0] ?? unit);
    if (around.some((group) => attributeOf(group, 'id') === removedGroup && group.local === 'group')) {
      removed.push(...keptIn(unit, ids, { ownId: originalId }));
      return;
    }
    units.push(...keptIn(unit, ids, head));
    for (const [id, ordered] of orderIn(unit)) order.set(id, ordered);
  };
  const root = readXml(text, {
    parts: { isPart: isUnit, part, maxHeld: Number.POSITIVE_INFINITY },
    maxLength,
  });
  head ??= headOf(root);
  const [file, second] = core(root, 'file');
  if (second) refuse(second, 'a second <file>: a master holds one dispatch');
  const exports = head.reader.exports();
  return {
    id: head.id,
    source: languageAttribute(root, 'srcLang'),
    target: languageAttribute(root, 'trgLang'),
    version: versionOf(file ?? root),
    ...(isCanceled(file ?? root) && { canceled: true as const }),
    units: settleCovers(units),
    removed,
    ...(exports.length > 0 && { exports }),
    ...(order.size > 0 && { order }),
  };
}

/** What is known before the first unit: XLIFF has the metadata of a file first. */
type Head = { readonly id: string; readonly reader: ExportReader };

function headOf(root: XmlElement): Head {
  checkRoot(root);
  const [file, second] = core(root, 'file');
  if (!file) refuse(root, 'no <file> in it: restore the master from version control');
  if (second) refuse(second, 'a second <file>: a master holds one dispatch');
  const id = requiredAttribute(file, 'id');
  if (!isDispatchId(id)) refuse(file, `“${id}” cannot be the id of a dispatch: restore the id the file had`);
  const reader = exportReader();
  for (const group of fileGroups(file, exportCategory)) reader.list(group);
  for (const group of fileGroups(file, goneCategory)) reader.sent(requiredAttribute(group, 'id'), group);
  return { id, reader };
}

function checkRoot(root: XmlElement): void {
  if (root.local !== 'xliff') refuse(root, `<${root.name}> is no XLIFF: a master begins with <xliff>`);
  const version = requiredAttribute(root, 'version');
  if (root.uri !== namespaces.core || version !== '2.1') {
    refuse(
      root,
      `XLIFF ${version} in the namespace “${root.uri}” is no master: a master is XLIFF 2.1; what a tool sent back is imported`,
    );
  }
}

/** The segments of a unit as its targets order them, with the id of the unit; nothing where it says nothing of an order. */
function orderIn(unit: XmlElement): [string, readonly string[]][] {
  const order = targetOrder(unit);
  if (!order) return [];
  const id = requiredAttribute(unit, 'id');
  const ids =
    order.ids ??
    refuse(
      unit,
      `the targets of unit ${id} are in no order: number its segments and ignorables from 1, each once, or take every order out`,
    );
  return [[id, ids]];
}

/** Ids that were met, to find those that are used twice. */
type Ids = { readonly units: Set<string>; readonly segments: Set<string> };

/**
 * @param options.ownId the id a segment has in its story, from the one it has in the file
 * @param options.reader told of what was sent of each segment
 */
function keptIn(
  unit: XmlElement,
  ids: Ids,
  { ownId = (id) => id, reader }: { ownId?: (id: string) => string; reader?: ExportReader },
): Kept[] {
  claim(ids.units, unit);
  const records = recordsIn(unit);
  const kept: Kept[] = [];
  for (const child of core(unit)) {
    if (child.local === 'ignorable' && attributeOf(child, 'id') !== undefined) claim(ids.segments, child);
    if (child.local !== 'segment') continue;
    const written = claim(ids.segments, child);
    const id = ownId(written);
    if (!isSegmentId(id)) refuse(child, `“${written}” is no id of a segment of ours: restore the id it had`);
    const source = inlineText(only(child, 'source') ?? refuse(child, `segment ${written} has no <source>`));
    const record = records.get(written);
    const target = targetOf(child, written, source, record);
    const accepted = record ? readAccepted(record, target) : [];
    kept.push({ id, source, target, ...(accepted.length > 0 && { accepted }) });
    if (record) reader?.sent(id, record);
  }
  if (kept.length === 0) refuse(unit, `unit ${attributeOf(unit, 'id')} has no <segment>`);
  return kept;
}

function targetOf(segment: XmlElement, id: string, source: string, group: XmlElement | undefined): Target {
  const state = stateIn(segment);
  const element = only(segment, 'target');
  const text = element ? inlineText(element) : '';
  if (!group) {
    if (text.trim() === '' && state === 'initial') return { state: 'pending' };
    refuse(
      segment,
      `segment ${id} has a target and no metadata (mda:metaGroup id="${id}"), so nobody can say who wrote it: restore the metadata from version control, or take the target out`,
    );
  }
  const record = readRecord(group, text);
  if (record.sourceHash !== textHash(source)) {
    refuse(
      segment,
      `the source of segment ${id} was changed here: restore it, and correct the dispatch in its source text`,
    );
  }
  return (
    afterHandEdits({ state, text }, record) ??
    refuse(
      segment,
      `segment ${id} is ${state} and has no words: write its target, or set its state to initial`,
    )
  );
}

function stateIn(segment: XmlElement): XliffState {
  const written = attributeOf(segment, 'state') ?? 'initial';
  const subState = attributeOf(segment, 'subState');
  if (subState !== undefined && !/^[^\s:]+:[^\s:]+$/u.test(subState)) {
    refuse(segment, `subState “${subState}” has no prefix: write it as prefix:value, or take it out`);
  }
  return (
    parseState(written) ??
    refuse(segment, `unknown state “${written}”: it is one of ${xliffStates.join(', ')}`)
  );
}

function recordsIn(unit: XmlElement): Map<string, XmlElement> {
  const records = new Map<string, XmlElement>();
  for (const metadata of childrenOf(unit, 'metadata', namespaces.metadata)) {
    for (const group of childrenOf(metadata, 'metaGroup', namespaces.metadata)) {
      if (attributeOf(group, 'category') !== segmentCategory) continue;
      const id = requiredAttribute(group, 'id');
      if (records.has(id)) refuse(group, `a second metaGroup for segment ${id}: keep one of them`);
      records.set(id, group);
    }
  }
  return records;
}

/** The groups of one category in the metadata of the file itself. */
function fileGroups(file: XmlElement, category: string): XmlElement[] {
  return childrenOf(file, 'metadata', namespaces.metadata)
    .flatMap((metadata) => childrenOf(metadata, 'metaGroup', namespaces.metadata))
    .filter((group) => attributeOf(group, 'category') === category);
}

function versionOf(file: XmlElement): number {
  const [group] = fileGroups(file, 'depeche:dispatch');
  const version = (group && metasOf(group).get('version')) ?? '';
  if (!/^[1-9]\d{0,8}$/u.test(version)) {
    refuse(group ?? file, 'the metadata of the dispatch gives no version: restore it from version control');
  }
  return Number(version);
}

function isCanceled(file: XmlElement): boolean {
  const [group] = fileGroups(file, 'depeche:dispatch');
  return group !== undefined && metasOf(group).get('canceled') === 'yes';
}

function languageAttribute(root: XmlElement, name: 'srcLang' | 'trgLang'): Locale {
  const written = requiredAttribute(root, name);
  return parseLocale(written) ?? refuse(root, `${name} “${written}” is no language tag, such as fr or pt-BR`);
}

/** Takes the id of an element into use. */
function claim(taken: Set<string>, element: XmlElement): string {
  const id = requiredAttribute(element, 'id');
  if (taken.has(id)) refuse(element, `id “${id}” is used twice: give each the id it had, or take one out`);
  taken.add(id);
  return id;
}

function requiredAttribute(element: XmlElement, name: string): string {
  return (
    attributeOf(element, name) ??
    refuse(element, `<${element.name}> has no ${name}: restore the ${name} it had`)
  );
}

function core(element: XmlElement, local?: string): XmlElement[] {
  return childrenOf(element, local, namespaces.core);
}

function only(segment: XmlElement, name: 'source' | 'target'): XmlElement | undefined {
  const [first, second] = core(segment, name);
  if (second) refuse(second, `a second <${name}> in one segment: keep one of them`);
  return first;
}
