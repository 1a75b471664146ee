import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import { quoted, type Report } from '../finding.ts';

const endOf = new Map([
  ['bpt', 'ept'],
  ['bx', 'ex'],
]);
const startOf = new Map([...endOf].map(([start, end]) => [end, start]));

/** What binds the two halves of a pair: `rid`, or `id` where there is none. */
const bondOf = (element: XmlElement): string =>
  attributeOf(element, 'rid') ?? attributeOf(element, 'id') ?? '';

/** `<bpt>` and `<ept>`, `<bx>` and `<ex>`: within one text, each start has its end behind it. */
export function checkPairs(text: XmlElement, report: Report): void {
  const open = new Map<string, XmlElement>();
  const seen = new Set<string>();
  const walk = (parent: XmlElement): void => {
    for (const element of childrenOf(parent, undefined, text.uri)) {
      const bond = bondOf(element);
      if (endOf.has(element.local)) {
        const key = `${element.local} ${bond}`;
        if (seen.has(key)) {
          const message = `another <${element.name}> of this text is bound by ${quoted(bond)} too: give it a rid of its own`;
          report.add('1.2-pair-unique', element, message);
        }
        seen.add(key);
        open.set(key, element);
      }
      const start = startOf.get(element.local);
      if (start !== undefined && !open.delete(`${start} ${bond}`)) {
        const message = `no open <${start}> before this <${element.name}> is bound by ${quoted(bond)}: add it, or use <it> or <ph>`;
        report.add('1.2-end-without-start', element, message);
      }
      walk(element);
    }
  };
  walk(text);
  for (const element of open.values()) {
    const end = endOf.get(element.local);
    const message = `no <${end}> in this text closes it by ${quoted(bondOf(element))}: add it, or use <it> or <ph>`;
    report.add('1.2-start-without-end', element, message);
  }
}

/** The segments marked in `<seg-source>`, and what is said to translate them. */
export function checkMarkIds(unit: XmlElement, report: Report): void {
  const marksIn = (name: string): XmlElement[] =>
    childrenOf(unit, name, unit.uri).flatMap((text) => childrenOf(text, 'mrk', unit.uri));
  const known = new Set<string>();
  for (const mark of marksIn('seg-source')) {
    const mid = attributeOf(mark, 'mid');
    if (mid !== undefined && known.has(mid)) {
      const message = `mid=${quoted(mid)} is used before in this <seg-source>: give it another`;
      report.add('1.2-mark-id-unique', mark, message);
    }
    if (mid !== undefined) known.add(mid);
  }
  const alternatives = unit.local === 'trans-unit' ? childrenOf(unit, 'alt-trans', unit.uri) : [];
  for (const element of [...marksIn('target'), ...alternatives]) {
    const mid = attributeOf(element, 'mid');
    if (mid === undefined || known.has(mid)) continue;
    const message = `mid=${quoted(mid)} is no <mrk> of the <seg-source> beside it: mark it there, or remove mid`;
    report.add('1.2-mark-id', element, message);
  }
}
