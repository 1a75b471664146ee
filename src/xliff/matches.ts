import type { Unit } from '../model/draft.ts';
import type { Match } from '../model/match.ts';
import { proposalsOf } from '../model/proposals.ts';
import type { Origin, Provenance } from '../model/provenance.ts';
import { block, element, type Markup } from '../xml/write.ts';
import { inlineContent } from './inline.ts';
import { metaGroup } from './meta.ts';
import { legible } from './plain-text.ts';
import { writeProvenance } from './provenance.ts';

/** The matches module of the segments of one XLIFF unit: every proposal, tied to its segment. */
export function matches(units: readonly Unit[]): Markup | undefined {
  const found = units.flatMap((unit) =>
    proposalsOf(unit).map((match) => ({ match, segment: unit.segment.id })),
  );
  if (found.length === 0) return undefined;
  const elements = found.map(({ match, segment }, index) =>
    block(
      'mtc:match',
      {
        id: `match${index + 1}`,
        ref: `#${segment}`,
        type: typeOf(match),
        subType: `depeche:${kindOf(match)}`,
        similarity: isInContext(match) ? 100 : percent(match.score),
        matchQuality: percent(match.score),
        origin: legible(match.from),
      },
      [
        block('mda:metadata', {}, [
          metaGroup({ category: 'depeche:provenance' }, writeProvenance(match.provenance)),
        ]),
        element('source', { 'xml:space': 'preserve' }, inlineContent(match.source)),
        element('target', { 'xml:space': 'preserve' }, inlineContent(match.target)),
      ],
    ),
  );
  return block('mtc:matches', {}, elements);
}

/** What a match is called in files: a fuzzy one whose facts were adapted has a name of its own. */
export function kindOf({ kind, adapted }: Match): string {
  return adapted ? 'adapted' : kind;
}

/** `icm` is an in-context match, `tm` any other of a memory, `mt` an engine's words that nobody has looked at. */
function typeOf(match: Match): 'icm' | 'tm' | 'mt' {
  if (isMachineAlone(match.provenance)) return 'mt';
  return isInContext(match) ? 'icm' : 'tm';
}

function isInContext({ kind }: Match): boolean {
  return kind === 'ice' || kind === 'context';
}

/** Whether an engine wrote these words and nobody has looked at them. */
export function isMachineAlone({ origin, steps }: Provenance): boolean {
  return origin.kind === 'machine' && !steps.some((step) => step.did === 'edited' || step.did === 'accepted');
}

/** The schema takes decimals from 0 to 100, and no exponents. */
export function percent(score: number): number {
  return Math.round(Math.min(100, Math.max(0, score)) * 100) / 100;
}

/** Who stands behind words, for people: `deepl; edited by Ada Meyer`. */
export function describeProvenance({ origin, steps }: Provenance): string {
  return [describeOrigin(origin), ...steps.map(({ did, by }) => `${did} by ${by}`)].join('; ');
}

function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'machine':
      return `machine ${origin.provider}${origin.model === undefined ? '' : ` ${origin.model}`}${origin.gist ? ', for gist only' : ''}`;
    case 'memory':
      return 'translation memory';
    case 'human':
      return `written by ${origin.by}`;
    case 'rule':
      return `house rule ${origin.rule}`;
    default:
      return origin satisfies never;
  }
}
