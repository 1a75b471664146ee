import fc from 'fast-check';
import type { AcceptedFinding } from '../../src/model/accepted-finding.ts';
import {
  type Draft,
  isFilled,
  isPersons,
  type Kept,
  type Target,
  textOf,
  type Unit,
} from '../../src/model/draft.ts';
import type { Match } from '../../src/model/match.ts';
import type { Provenance, Step } from '../../src/model/provenance.ts';
import type { Span } from '../../src/model/span.ts';
import type { TermHit } from '../../src/model/term-hit.ts';
import { textHash } from '../../src/xliff/segment-record.ts';
import { segment } from './example-draft.ts';

const odd = [
  '\u0000',
  '\u0001',
  '\u000b',
  '\u001f',
  '\u0085',
  '\u2028',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\r\n',
  '\r',
  '\n',
  '\t',
  '  ',
  '\u00a0',
  '\\',
  '\\u0001',
  ']]>',
  '<mrk id="m1" type="term">',
  '</target>',
  '&amp;',
  '&#13;',
  '<!-- -->',
  '"',
  "'",
  'حزب الله',
  '\u202b',
  '😀',
  'é',
  '{{x}}',
  '__proto__',
];

/** Text as nobody writes it: control characters, lone surrogates, markup, line ends, right-to-left script. */
export const text = fc
  .array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 5 })
  .map((parts) => parts.join(''));

const step: fc.Arbitrary<Step> = fc.record(
  { did: fc.constantFrom('recalled', 'repaired', 'edited', 'accepted'), by: text, at: text },
  { requiredKeys: ['did', 'by'] },
);

const provenance: fc.Arbitrary<Provenance> = fc.record({
  origin: fc.oneof(
    fc.record(
      {
        kind: fc.constant('machine' as const),
        provider: text,
        model: text,
        gist: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'provider'] },
    ),
    fc.record({ kind: fc.constant('memory' as const) }),
    fc.record({ kind: fc.constant('human' as const), by: text }),
    fc.record({ kind: fc.constant('rule' as const), rule: text }),
  ),
  steps: fc.array(step, { maxLength: 3 }),
});

const persons = ['translated', 'reviewed', 'final'] as const;

export const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ state: fc.constant('pending' as const) }),
  fc.record({ state: fc.constant('failed' as const), code: text, message: text }),
  fc.record({
    state: fc.constant('recalled' as const),
    text,
    match: fc.constantFrom('ice' as const, 'context' as const, 'exact' as const),
    provenance,
  }),
  fc.record({ state: fc.constant('drafted' as const), text, provenance }),
  fc.record(
    { state: fc.constantFrom(...persons), text, by: text, at: text, provenance },
    { requiredKeys: ['state', 'text', 'by', 'provenance'] },
  ),
  fc.record(
    {
      state: fc.constant('stale' as const),
      text,
      was: fc.constantFrom(...persons),
      previousSource: text,
      by: text,
      at: text,
      provenance,
    },
    { requiredKeys: ['state', 'text', 'was', 'previousSource', 'by', 'provenance'] },
  ),
);

/** Spans that overlap, touch, are empty, or lie outside the text. */
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(12), fc.nat(6))
  .map(([start, length]) => ({ start, end: start + length }));

const term: fc.Arbitrary<TermHit> = fc.record(
  {
    concept: text,
    type: fc.constantFrom('person', 'place', 'common'),
    source: span,
    target: span,
    preferred: text,
  },
  { requiredKeys: ['concept', 'type', 'source'] },
);

const match: fc.Arbitrary<Match> = fc.record({
  kind: fc.constantFrom('ice', 'context', 'exact', 'fuzzy', 'repetition'),
  score: fc.double({ min: 0, max: 100, noNaN: true }),
  source: text,
  target: text,
  provenance,
  from: text,
});

type Parts = Omit<Unit, 'segment'> & { readonly source: string };

const finding: fc.Arbitrary<AcceptedFinding> = fc.record(
  { check: text, finding: text, words: fc.constant(''), by: text, at: text },
  { requiredKeys: ['check', 'finding', 'words', 'by'] },
);

const findings = fc.array(finding, { maxLength: 2 });

const parts: fc.Arbitrary<Parts> = fc.record({
  source: text,
  target,
  accepted: findings,
  matches: fc.array(match, { maxLength: 2 }),
  terms: fc.array(term, { maxLength: 4 }),
  issues: fc.array(
    fc.record(
      {
        check: text,
        severity: fc.constantFrom('error', 'warning', 'info'),
        message: text,
        source: span,
        target: span,
      },
      { requiredKeys: ['check', 'severity', 'message'] },
    ),
    { maxLength: 2 },
  ),
});

function unitOf(id: string, { source, accepted = [], ...rest }: Parts): Unit {
  return { segment: segment(id, source), ...rest, ...heldFor(rest.target, accepted) };
}

/** Acceptances given for the words that a target has. */
function heldFor(of: Target, accepted: readonly AcceptedFinding[]): Pick<Unit, 'accepted'> {
  const words = textOf(of);
  if (words === undefined || accepted.length === 0) return {};
  return { accepted: accepted.map((one) => ({ ...one, words: textHash(words) })) };
}

/** Any draft the model allows, one that lost its dateline more than once and one with no sentence at all included. */
export const draft: fc.Arbitrary<Draft> = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,12}$/),
    locale: fc.constantFrom('en', 'de', 'pt-BR', 'ar', 'zh-Hant'),
    note: fc.option(fc.record({ text, update: fc.constantFrom('adds' as const, 'corrects' as const) })),
    status: fc.constantFrom('usable' as const, 'withheld' as const, 'canceled' as const),
    version: fc.integer({ min: 1, max: 999 }),
    dateline: fc.option(parts),
    paragraphs: fc.array(
      fc.record({
        sentences: fc.array(parts, { maxLength: 3 }),
        joins: fc.boolean(),
        reversed: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    removed: fc.array(fc.record({ dateline: fc.boolean(), source: text, target, accepted: findings }), {
      maxLength: 3,
    }),
  })
  .map((made): Draft => {
    const span = { start: 0, end: 0 };
    const paragraphs = made.paragraphs.map(({ sentences, joins }, at) => {
      const units = sentences.map((sentence, nth) => unitOf(`s${at}x${nth}`, sentence));
      return joins ? joined(units) : units;
    });
    const order = made.paragraphs.flatMap(({ reversed, sentences }, at): [string, string[]][] =>
      reversed && sentences.length > 1
        ? [[`p${at}`, sentences.map((_, nth) => `s${at}x${nth}`).reverse()]]
        : [],
    );
    const removed = made.removed.map(
      ({ dateline, source, target: gone, accepted }, at): Kept => ({
        id: dateline ? 'dateline' : `s9removed${at}`,
        source,
        target: gone,
        ...heldFor(gone, accepted),
      }),
    );
    return {
      dispatch: {
        id: made.id,
        locale: 'fr',
        raw: '',
        encoding: 'utf-8',
        bom: false,
        header: { status: made.status, ...(made.note && { note: { ...made.note, span } }) },
        paragraphs: paragraphs.map((units, at) => ({
          id: `p${at}`,
          kind: 'body',
          segments: units.map((each) => each.segment),
        })),
        version: made.version,
      },
      locale: made.locale,
      ...(made.dateline && { dateline: unitOf('dateline', made.dateline) }),
      units: paragraphs.flat(),
      removed,
      ...(order.length > 0 && { order: new Map(order) }),
    };
  });

/** The first sentence covers the others, where a person has translated it. */
function joined([head, ...others]: readonly Unit[]): Unit[] {
  if (!head) return [];
  if (others.length === 0 || !isPersons(head.target) || !isFilled(head.target)) return [head, ...others];
  const covers = others.map(({ segment: { id } }) => id);
  return [
    { ...head, target: { ...head.target, covers } as Target },
    ...others.map(
      ({ accepted: _, ...unit }): Unit => ({ ...unit, target: { state: 'absorbed', into: head.segment.id } }),
    ),
  ];
}
