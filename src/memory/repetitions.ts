import { coveredBy, type Draft } from '../model/draft.ts';
import type { Match } from '../model/match.ts';
import { isPseudo } from '../model/provenance.ts';
import { wordingOf } from '../text/wording.ts';
import { penalties } from './penalties.ts';

/**
 * What people have written in this very draft for a sentence that stands in it more than once: proposals of the kind `repetition`, whose
 * `from` is `#` and the id of the segment.
 *
 * They fill nothing. What is only written and not reviewed is nobody's last word, and what is reviewed or signed is in the memory
 * already and fills from there, where it is the only translation. A translation that covers several sentences repeats none of them.
 */
export function repetitionsIn(draft: Draft): (text: string) => readonly Match[] {
  const byWording = Map.groupBy(
    draft.units.flatMap(({ segment, target }): Match[] => {
      if (target.state !== 'translated' && target.state !== 'reviewed' && target.state !== 'final') return [];
      if (coveredBy(target).length > 0 || isPseudo(target.provenance)) return [];
      const { text, provenance } = target;
      return [
        {
          kind: 'repetition',
          score: 100,
          source: segment.text,
          target: text,
          provenance,
          from: `#${segment.id}`,
        },
      ];
    }),
    (match) => wordingOf(match.source),
  );
  return (text) => {
    const said = new Map<string, Match>();
    for (const match of byWording.get(wordingOf(text)) ?? []) {
      const words = wordingOf(match.target);
      if (!said.has(words)) said.set(words, match);
    }
    const matches = [...said.values()];
    return matches.length < 2
      ? matches
      : matches.map((match) => ({ ...match, score: match.score - penalties.rivalTranslation }));
  };
}
