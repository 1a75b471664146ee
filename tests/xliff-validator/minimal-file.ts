/** What a minimal file of 2.x has beside the least it needs: attributes of its elements, and what they hold. */
export type Parts = {
  readonly version?: '2.0' | '2.1';
  readonly xliff?: string;
  readonly file?: string;
  readonly inFile?: string;
  /** A group around the unit. */
  readonly group?: string;
  readonly inGroup?: string;
  readonly unit?: string;
  readonly inUnit?: string;
  readonly source?: string;
  readonly target?: string;
  /** In the place of the one segment. */
  readonly segments?: string;
};

const prefixes = [
  ['mtc', 'urn:oasis:names:tc:xliff:matches:2.0'],
  ['gls', 'urn:oasis:names:tc:xliff:glossary:2.0'],
  ['fs', 'urn:oasis:names:tc:xliff:fs:2.0'],
  ['mda', 'urn:oasis:names:tc:xliff:metadata:2.0'],
  ['res', 'urn:oasis:names:tc:xliff:resourcedata:2.0'],
  ['slr', 'urn:oasis:names:tc:xliff:sizerestriction:2.0'],
  ['val', 'urn:oasis:names:tc:xliff:validation:2.0'],
  ['ctr', 'urn:oasis:names:tc:xliff:changetracking:2.0'],
  ['its', 'http://www.w3.org/2005/11/its'],
  ['itsm', 'urn:oasis:names:tc:xliff:itsm:2.1'],
  ['my', 'urn:example:desk'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A file of one unit with one segment `s1`, of which the source has a span `m1` and the target its twin. */
export function minimalFile(parts: Parts): string {
  const {
    version = '2.1',
    xliff = 'its:version="2.0"',
    file = '',
    inFile = '',
    unit = '',
    inUnit = '',
  } = parts;
  const source = parts.source ?? 'Le <mrk id="m1" translate="yes">quai</mrk>';
  const target = parts.target ?? 'The <mrk id="m1" translate="yes">quay</mrk>';
  const segment = `<segment id="s1"><source>${source}</source><target>${target}</target></segment>`;
  const whole = `<unit id="u1" ${unit}>\n${inUnit}\n${parts.segments ?? segment}</unit>`;
  const grouped =
    parts.group === undefined && parts.inGroup === undefined
      ? whole
      : `<group id="g1" ${parts.group ?? ''}>${parts.inGroup ?? ''}${whole}</group>`;
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${prefixes} version="${version}" srcLang="fr" trgLang="en" ${xliff}>
<file id="f1" ${file}>${inFile}${grouped}</file></xliff>
`;
}
