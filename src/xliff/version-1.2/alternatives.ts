import type { Match } from '../../model/match.ts';
import { block, element, type Markup } from '../../xml/write.ts';
import { describeProvenance, isMachineAlone, kindOf, percent } from '../matches.ts';
import { legible } from '../plain-text.ts';
import { inlineContent12 } from './inline.ts';
import { note } from './notes.ts';

/** The proposals beside a target, best first: each with its score, where it was found, and who stands behind it. */
export function alternatives(matches: readonly Match[]): Markup[] {
  return matches.map((match) =>
    block(
      'alt-trans',
      {
        'match-quality': percent(match.score),
        origin: legible(match.from),
        alttranstype: 'proposal',
        'xml:space': 'preserve',
      },
      [
        element('source', {}, inlineContent12(match.source)),
        element('target', { 'state-qualifier': qualifierOf(match) }, inlineContent12(match.target)),
        note(
          `Match ${kindOf(match)}, ${percent(match.score)} %`,
          describeProvenance(match.provenance),
          'general',
          5,
        ),
      ],
    ),
  );
}

function qualifierOf({ kind, provenance }: Match): 'mt-suggestion' | 'exact-match' | 'fuzzy-match' {
  if (isMachineAlone(provenance)) return 'mt-suggestion';
  return kind === 'fuzzy' ? 'fuzzy-match' : 'exact-match';
}
