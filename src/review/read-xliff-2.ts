import { type Locale, parseLocale } from '../model/locale.ts';
import { isUnit } from '../xliff/is-unit.ts';
import { metasOf } from '../xliff/meta.ts';
import { namespaces } from '../xliff/namespaces.ts';
import { refuse } from '../xliff/refuse.ts';
import { parseState } from '../xliff/states.ts';
import { targetOrder, type UnitOrder } from '../xliff/target-order.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import { returnedText, withoutIndentation } from './inline-text.ts';
import type { ReturnedReader, ReturnedSegment, Standing } from './returned.ts';

/** @throws DepecheError `invalid`, from all it does: see `readReturned` */
export function xliff2Reader(): ReturnedReader {
  const files = new Map<XmlElement, FileUnits>();
  return {
    isUnit,
    read(unit, [, file = unit]) {
      const known = files.get(file) ?? { ids: new Set(), segments: [], orders: [] };
      files.set(file, known);
      const id = attributeOf(unit, 'id') ?? '';
      if (known.ids.has(id)) refuse(unit, `the id “${id}” is used by two units`);
      known.ids.add(id);
      const segments = segmentsIn(unit);
      for (const segment of segments) known.segments.push(segment);
      const order = targetOrder(unit);
      if (order) known.orders.push(order);
      return segments.length;
    },
    returned(root) {
      const written = attributeOf(root, 'version');
      const languages = { source: language(root, 'srcLang'), target: language(root, 'trgLang') };
      return childrenOf(root, 'file', namespaces.core).map((file) => {
        const metas = dispatchMetas(file);
        const sent = metas?.get('export');
        const wording = Number(metas?.get('version'));
        const { segments = [], orders = [] } = files.get(file) ?? {};
        return {
          id:
            attributeOf(file, 'id') ??
            refuse(file, '<file> has no id: it cannot be told which dispatch it is'),
          ...languages,
          version: written === '2.0' ? '2.0' : '2.1',
          ...(sent !== undefined && { export: sent }),
          ...(Number.isInteger(wording) && { wording }),
          segments,
          ...(orders.length > 0 && { orders }),
        };
      });
    },
  };
}

/** What is known of a `<file>` while its units come in. */
type FileUnits = {
  readonly ids: Set<string>;
  readonly segments: ReturnedSegment[];
  readonly orders: UnitOrder[];
};

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

function dispatchMetas(file: XmlElement): ReadonlyMap<string, string> | undefined {
  const [group] = childrenOf(file, 'metadata', namespaces.metadata)
    .flatMap((metadata) => childrenOf(metadata, 'metaGroup', namespaces.metadata))
    .filter((candidate) => attributeOf(candidate, 'category') === 'depeche:dispatch');
  return group && metasOf(group);
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
