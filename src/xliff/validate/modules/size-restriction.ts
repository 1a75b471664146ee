import { attributeOf, childrenOf, type XmlElement } from '../../../xml/node.ts';
import type { FileRecord } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';

const sizeOf = (element: XmlElement, name: string): string | undefined =>
  attributeOf(element, name, namespaces.sizeRestriction);

const ofStartCode = ['equivStorage', 'sizeInfo', 'sizeInfoRef'];

/**
 * The rules of the Size and Length Restriction module, for one element of the core.
 *
 * @param ancestors the elements around it, from the outermost to its parent
 */
export function checkSizeRestriction(
  element: XmlElement,
  ancestors: readonly XmlElement[],
  file: FileRecord,
  report: Report,
): void {
  if (element.attributes.every(({ uri }) => uri !== namespaces.sizeRestriction)) return;
  if (sizeOf(element, 'sizeInfo') !== undefined && sizeOf(element, 'sizeInfoRef') !== undefined) {
    const message = `<${element.name}> has both slr:sizeInfo and slr:sizeInfoRef: keep one`;
    report.add('size-info-or-ref', element, message);
  }
  checkSizeOnEndCode(element, report);
  for (const [name, kind, standard, description] of formats) {
    const value = sizeOf(element, name);
    const profile = file.profiles[kind];
    if (value === undefined || (profile !== '' && !standardProfiles.has(profile))) continue;
    if (profile === '' ? !/^[+-]?\d*\.\d+$/u.test(value) : standard.test(value)) continue;
    report.add(
      'size-format',
      element,
      `slr:${name}=${quoted(value)} must be ${description} where the profile is one of the standard, or none`,
    );
  }
  checkReference(element, ancestors, file, report);
}

/** What a pair of codes adds to the size is said at its start. */
export function checkSizeOnEndCode(element: XmlElement, report: Report): void {
  if (element.local !== 'ec' || attributeOf(element, 'isolated') === 'yes') return;
  for (const name of ofStartCode) {
    if (sizeOf(element, name) === undefined) continue;
    const message = `an <ec> that is not isolated is measured with its <sc>: remove slr:${name}`;
    report.add('size-on-end-code', element, message);
  }
}

const standardProfiles: ReadonlySet<string> = new Set([
  'xliff:codepoints',
  'xliff:utf8',
  'xliff:utf16',
  'xliff:utf32',
]);
const limits = /^(?:\d+,)?(?:\d+|\*)$/u;
const amount = /^(?:[+-]?\d+)?$/u;
/** What the standard profiles take; a profile of one's own takes what it likes. */
const formats = [
  ['sizeRestriction', 'general', limits, 'a whole number, * or both limits with a comma between them'],
  ['storageRestriction', 'storage', limits, 'a whole number, * or both limits with a comma between them'],
  ['sizeInfo', 'general', amount, 'a whole number'],
  ['equivStorage', 'storage', amount, 'a whole number'],
] as const;

/** A reference names something in a `<slr:data>` beside the element, or beside one around it. */
function checkReference(
  element: XmlElement,
  ancestors: readonly XmlElement[],
  { sizeData }: FileRecord,
  report: Report,
): void {
  const reference = sizeOf(element, 'sizeInfoRef');
  if (reference === undefined) return;
  const holders = element.local === 'file' ? [...ancestors, element] : ancestors;
  if (holders.some((holder) => sizeData.get(holder)?.has(reference))) return;
  report.add(
    'size-reference',
    element,
    `slr:sizeInfoRef=${quoted(reference)} names nothing in a <data> of sizes beside <${element.name}> or around it: correct the id`,
  );
}

/** Remembers the ids in a `<slr:data>` with the file, group or unit it stands in. */
export function rememberSizeData(data: XmlElement, holder: XmlElement, { sizeData }: FileRecord): void {
  const known = sizeData.get(holder) ?? new Set<string>();
  sizeData.set(holder, known);
  const collect = (element: XmlElement): void => {
    for (const id of [attributeOf(element, 'id'), attributeOf(element, 'id', namespaces.xml)]) {
      if (id !== undefined) known.add(id);
    }
    childrenOf(element).forEach(collect);
  };
  childrenOf(data).forEach(collect);
}

/** Which profiles a file measures by; empty where it names none. */
export function profilesOf(profiles: XmlElement): FileRecord['profiles'] {
  return {
    general: attributeOf(profiles, 'generalProfile') ?? '',
    storage: attributeOf(profiles, 'storageProfile') ?? '',
  };
}
