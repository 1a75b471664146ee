import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import { quoted, type Report } from '../finding.ts';

/** What the prefix of XLIFF means in a subType, and the type each goes with. */
const subTypes = new Map([
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:var', 'ui'],
]);

/** A subType refines a type; those of XLIFF itself refine a certain one. */
export function checkSubType(element: XmlElement, report: Report): void {
  const subType = attributeOf(element, 'subType');
  if (subType === undefined) return;
  const type = attributeOf(element, 'type');
  if (type === undefined) {
    report.add(
      'sub-type-needs-type',
      element,
      `subType=${quoted(subType)} needs the attribute type beside it`,
    );
  }
  if (!subType.startsWith('xlf:')) return;
  const wanted = subTypes.get(subType);
  if (wanted === undefined) {
    const message = `${quoted(subType)} is no subType of XLIFF (${[...subTypes.keys()].join(', ')}): use a prefix of your own`;
    report.add('sub-type-value', element, message);
  } else if (type !== undefined && type !== wanted) {
    report.add(
      'sub-type-value',
      element,
      `subType=${quoted(subType)} goes with type=“${wanted}”, not ${quoted(type)}`,
    );
  }
}

/** `<cp>` is for what XML cannot hold, and for the control characters it discourages. */
export function checkCodePoint(element: XmlElement, report: Report): void {
  const hex = attributeOf(element, 'hex') ?? '';
  if (!/^(?:[\da-f]{2})+$/iu.test(hex)) return;
  const code = Number.parseInt(hex, 16);
  if (hex.length >= 4 && hex.length <= 6 && isForCp(code)) return;
  report.add(
    'code-point',
    element,
    `hex=${quoted(hex)} is no code point that XML cannot hold (0000 to 10FFFF): write the character itself`,
  );
}

function isForCp(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
  const isDiscouraged = code >= 0x7f && code <= 0x9f && code !== 0x85;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isDiscouraged || isSurrogate || code === 0xfffe || code === 0xffff;
}

/** Where the standard has no value of its own, nobody may speak in its name. */
export function checkPrefix(element: XmlElement, attribute: string, report: Report): void {
  const value = attributeOf(element, attribute);
  if (!value?.startsWith('xlf:')) return;
  const message = `${attribute}=${quoted(value)}: the prefix xlf is reserved for the standard, which has no such value: use a prefix of your own`;
  report.add('reserved-prefix', element, message);
}
