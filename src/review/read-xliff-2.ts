import { type Locale, parseLocale } from '../model/locale.ts';
import { metasOf } from '../xliff/meta.ts';
import { namespaces } from '../xliff/namespaces.ts';
import { refuse } from '../xliff/refuse.ts';
import { parseState } from '../xliff/states.ts';
import { targetOrder } from '../xliff/target-order.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/read.ts';
import { returnedText, withoutIndentation } from './inline-text.ts';
import type { Returned, ReturnedSegment, Standing } from './returned.ts';

/** @throws DepecheError `invalid`: see `readReturned` */
export function readXliff2(root: XmlElement): Returned[] {
  const written = attributeOf(root, 'version');
  const languages = { source: language(root, 'srcLang'), target: language(root, 'trgLang') };
  return childrenOf(root, 'file', namespaces.core).map((file) => {
    const sent = exportIn(file);
    const units = unitsIn(file);
    const orders = units.flatMap((unit) => {
      const order = targetOrder(unit);
      return order ? [order] : [];
    });
    return {
      id: attributeOf(file, 'id') ?? refuse(file, '<file> has no id: it cannot be told which dispatch it is'),
      ...languages,
      version: written === '2.0' ? '2.0' : '2.1',
      ...(sent !== undefined && { export: sent }),
      segments: units.flatMap(segmentsIn),
      ...(orders.length > 0 && { orders }),
    };
  });
}

function language(root: XmlElement, name: 'srcLang' | 'trgLang'): Locale {
  const written = attributeOf(root, name);
  return (
    parseLocale(written ?? '') ??
    refuse(
      root,
      `${name} is ${written === undefined ? 'not there' : `“${written}”`}: it must be a language tag`,
    )
  );
}

function exportIn(file: XmlElement): string | undefined {
  const [group] = childrenOf(file, 'metadata', namespaces.metadata)
    .flatMap((metadata) => childrenOf(metadata, 'metaGroup', namespaces.metadata))
    .filter((candidate) => attributeOf(candidate, 'category') === 'depeche:dispatch');
  return group && metasOf(group).get('export');
}

function unitsIn(file: XmlElement): XmlElement[] {
  const units: XmlElement[] = [];
  const ids = new Set<string>();
  const visit = (parent: XmlElement): void => {
    for (const child of childrenOf(parent, undefined, namespaces.core)) {
      if (child.local === 'group') visit(child);
      if (child.local !== 'unit') continue;
      const id = attributeOf(child, 'id') ?? '';
      if (ids.has(id)) refuse(child, `the id “${id}” is used by two units`);
      ids.add(id);
      units.push(child);
    }
  };
  visit(file);
  return units;
}

function segmentsIn(unit: XmlElement): ReturnedSegment[] {
  const ids = new Set<string>();
  return childrenOf(unit, 'segment', namespaces.core).map((segment) => {
    const id = attributeOf(segment, 'id') ?? '';
    if (id !== '' && ids.has(id)) refuse(segment, `the id “${id}” is used by two segments`);
    ids.add(id);
    const [source] = childrenOf(segment, 'source', namespaces.core);
    const [target] = childrenOf(segment, 'target', namespaces.core);
    return {
      id,
      source: source ? withoutIndentation(returnedText(source)) : '',
      ...(target && { target: withoutIndentation(returnedText(target)) }),
      standing: standingOf(segment),
      line: segment.line,
    };
  });
}

function standingOf(segment: XmlElement): Standing {
  const state = parseState(attributeOf(segment, 'state') ?? '');
  const subState = attributeOf(segment, 'subState') ?? '';
  return {
    ...(state && { state }),
    ...(/:(?:fuzzy|needs-[a-z0-9-]+)$/u.test(subState) && { mark: subState }),
  };
}
