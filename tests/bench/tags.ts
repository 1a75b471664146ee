/**
 * Measures what tags make of names that no glossary knows: right translations of the demo in which one name at a time is misspelt, or another
 * name, with tags where a provider would put them.
 *
 * usage: npx node tests/bench/tags.ts
 */
import { textOf } from '../../src/model/draft.ts';
import { tagTerms, untagTerms } from '../../src/provider/tagged-terms.ts';
import { findTerms } from '../../src/termbase/match.ts';
import { taker } from '../../src/termbase/reading.ts';
import { preferredIn } from '../../src/termbase/termbase.ts';
import {
  demoDispatches,
  demoLocales,
  demoTerms,
  demoTranslations,
  journey,
} from '../properties/demo-story.ts';

type Place = { readonly number: number; readonly start: number; readonly end: number };

/** Words in place of a name. */
const wrong: readonly (readonly [string, (name: string) => string])[] = [
  ['misspelt', (name) => name.replace(/(\p{L})(\p{L})(\P{L}*)$/u, '$2$1q$3')],
  ['another name, with a consonant', () => 'Zorbanka'],
  ['another name, with a vowel', () => 'Ostranka'],
];

for (const locale of demoLocales) {
  const languages = { source: 'fr', target: locale };
  const right = demoTranslations(locale);
  const tally = new Map<string, number>();
  const count = (key: string): void => void tally.set(key, (tally.get(key) ?? 0) + 1);
  for (const dispatch of demoDispatches.values()) {
    const draft = await journey(dispatch, locale, right);
    for (const { segment, target } of draft.units) {
      const text = textOf(target) ?? '';
      const tagged = tagTerms(segment.text, demoTerms, languages);
      if (!tagged) continue;
      const named = new Set(
        tagged.marks.flatMap((mark) => (mark.kind === 't' ? [mark.match.concept.id] : [])),
      );
      const take = taker(findTerms(demoTerms, text, locale, { named }));
      const places = tagged.marks.flatMap((mark, at): Place[] => {
        const rendering = mark.kind === 't' ? take(mark.match.concept.id) : undefined;
        return rendering ? [{ number: at + 1, start: rendering.start, end: rendering.end }] : [];
      });
      for (const place of places) {
        const name = text.slice(place.start, place.end);
        const mark = tagged.marks[place.number - 1];
        const goal = mark?.kind === 't' ? preferredIn(mark.match.concept, locale)?.text : undefined;
        for (const [kind, words] of wrong) {
          if (words(name) === name) continue;
          const answer = (tags: boolean) => answerOf(text, places, { place, words: words(name), tags });
          const restored = untagTerms(answer(true), tagged, demoTerms, languages);
          if (!restored) count(`${kind}: given up`);
          else if (restored.text === text) count(`${kind}: the very words`);
          else if (restored.text === answer(false)) {
            count(`${kind}: ${restored.by.some((by) => by.includes('=')) ? 'told word for word' : 'missed'}`);
          } else count(`${kind}: ${goal && restored.text.includes(goal) ? 'put right otherwise' : 'wrong'}`);
        }
      }
    }
  }
  console.log(`${locale}\n${[...tally].map(([key, times]) => `  ${key} ${times}`).join('\n')}`);
}

/** A translation with other words in one of its places, as XML with tags or as plain text. */
function answerOf(
  text: string,
  places: readonly Place[],
  { place, words, tags }: { readonly place: Place; readonly words: string; readonly tags: boolean },
): string {
  const escaped = (piece: string): string => (tags ? piece.replaceAll('&', '&amp;') : piece);
  let answer = '';
  let at = 0;
  for (const one of places.toSorted((a, b) => a.start - b.start)) {
    const inside = escaped(one === place ? words : text.slice(one.start, one.end));
    answer += escaped(text.slice(at, one.start)) + (tags ? `<t id="${one.number}">${inside}</t>` : inside);
    at = one.end;
  }
  return answer + escaped(text.slice(at));
}
