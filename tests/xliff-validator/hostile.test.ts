import { describe, expect, it } from 'vitest';
import type { ConstraintId } from '../../src/xliff/validate/constraints.ts';
import { validateXliff } from '../../src/xliff/validate/validate-xliff.ts';

const root = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="en">';
const around = (source: string, before = ''): string =>
  `${root}<file id="f"><unit id="u">${before}<segment><source>${source}</source></segment></unit></file></xliff>`;
const units = (count: number): string => {
  const list = Array.from(
    { length: count },
    (_, index) =>
      `<unit id="u${index}"><segment id="s" state="translated"><source>Un <mrk id="m" type="term">port</mrk></source><target>A <mrk id="m" type="term">port</mrk></target></segment></unit>`,
  );
  return `${root}<file id="f">${list.join('\n')}</file></xliff>`;
};

/** Milliseconds of this process's own work, so that a busy machine makes no difference. */
function workOf(deed: () => void): number {
  const before = process.cpuUsage();
  deed();
  return process.cpuUsage(before).user / 1000;
}

const hostile: readonly (readonly [name: string, text: () => string, found: readonly ConstraintId[]])[] = [
  [
    'an external entity',
    () => `<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>${around('&x;')}`,
    ['document-type'],
  ],
  [
    'an entity bomb',
    () => `<!DOCTYPE xliff [<!ENTITY a "ha">${'<!ENTITY b "&a;&a;&a;">'.repeat(5000)}]>${around('&b;')}`,
    ['document-type'],
  ],
  [
    'an external DTD',
    () => `<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd">${around('')}`,
    ['document-type'],
  ],
  ['an entity nobody declared', () => around('&x;'), ['well-formed']],
  ['a file cut off', () => units(100).slice(0, -30), ['well-formed']],
  ['200,000 nested elements', () => around('<pc id="a">'.repeat(200_000)), ['nesting-limit']],
  ['an attribute of 5 MB', () => around('', `<notes><note category="${'x'.repeat(5e6)}"/></notes>`), []],
  ['a language of 5 MB', () => around('').replace('"fr"', `"fr${'-fr'.repeat(2e6)}"`), ['language-tag']],
  [
    'a reference of 5 MB',
    () => around(`<mrk id="m" ref="#u=u/${'n/'.repeat(2e6)}"/>`),
    ['fragment-identifier'],
  ],
  ['20,000 codes in a sequence', () => around(codes(20_000)), []],
  [
    '20,000 attributes with a prefix',
    () => around('', `<a xmlns="urn:a" xmlns:a="urn:a" ${attributes(20_000)}/>`),
    [],
  ],
  ['revisions of 20,000 notes', () => around('', `${revisions(20_000)}<notes>${notes(20_000)}</notes>`), []],
  ['20,000 groups with sizes by reference', () => groups(20_000), ['size-reference']],
  ['20,000 equal ids', () => around('<ph id="__proto__"/>'.repeat(20_000)), ['content-id-unique']],
];

function codes(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    return `<ph id="c${index}" canReorder="${index === 0 ? 'firstNo' : 'no'}" canCopy="no" canDelete="no"/>`;
  }).join('');
}

function notes(count: number): string {
  return Array.from({ length: count }, (_, index) => `<note id="n${index}"/>`).join('');
}

function revisions(count: number): string {
  const list = Array.from(
    { length: count },
    (_, index) =>
      `<revisions appliesTo="note" ref="n${index}"><revision><item property="content"/></revision></revisions>`,
  );
  return `<changeTrack xmlns="urn:oasis:names:tc:xliff:changetracking:2.0">${list.join('')}</changeTrack>`;
}

function groups(count: number): string {
  const list = Array.from({ length: count }, (_, index) => `<group id="g${index}" a:sizeInfoRef="x"/>`);
  return `${root}<file id="f" xmlns:a="urn:oasis:names:tc:xliff:sizerestriction:2.0">${list.join('')}</file></xliff>`;
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a:x${index}=""`).join(' ');
}

describe('hostile files', () => {
  it.each(hostile)('%s: refused or read at once', (_name, text, found) => {
    const file = text();
    let findings: readonly string[] = [];
    const work = workOf(() => {
      findings = [...new Set(validateXliff(file).map(({ constraint }) => constraint))];
    });
    expect(findings).toEqual(found);
    expect(work).toBeLessThan(2000);
  });

  it.each(['__proto__', 'constructor', 'toString'])('an id %s is an id like others', (id) => {
    expect(validateXliff(around(`<ph id="${id}"/>`))).toEqual([]);
    const unknown = around(`<ph id="a" dataRef="${id}" copyOf="${id}" subFlows="${id}"/>`);
    expect(
      validateXliff(unknown)
        .map(({ constraint }) => constraint)
        .toSorted(),
    ).toEqual(['copy-reference', 'copy-with-data', 'data-reference', 'sub-flow-reference']);
  });

  it('no message shows more of a file than a line holds', () => {
    const long = 'x '.repeat(1e5);
    for (const { message } of validateXliff(around(`<mrk id="${long}" ref="#${long}" type="${long}"/>`))) {
      expect(message.length).toBeLessThan(400);
    }
  });
});

describe('the cost', () => {
  it('of 1,000 units is small, and that of many grows with their number', () => {
    const small = units(1000);
    const large = units(16_000);
    validateXliff(small);
    const first = Math.min(...[1, 2, 3].map(() => workOf(() => validateXliff(small))));
    const second = Math.min(...[1, 2].map(() => workOf(() => validateXliff(large))));
    expect(first).toBeLessThan(300);
    expect(second).toBeLessThan(Math.max(first, 10) * 16 * 3);
  });
});
