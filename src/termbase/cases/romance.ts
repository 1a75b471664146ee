import type { TermMatch } from '../match.ts';
import type { CaseRules } from './case-error.ts';
import { judgedNames, type NameRule } from './name-place.ts';

/** What an article says of the word behind it. */
type Kind = { readonly gender: 'masculine' | 'feminine'; readonly number: 'singular' | 'plural' };

type Articles = ReadonlyMap<string, Kind>;

function articles(table: Readonly<Record<string, string>>): Articles {
  return new Map(
    Object.entries(table).flatMap(([kind, list]) => {
      const [gender, number] = kind.split(' ');
      return list.split(' ').map((word): [string, Kind] => [
        word,
        {
          gender: gender === 'feminine' ? 'feminine' : 'masculine',
          number: number === 'plural' ? 'plural' : 'singular',
        },
      ]);
    }),
  );
}

/** Articles, and what they grow together with. Portuguese `a` is left out: it is a preposition too. */
const byLanguage: Readonly<Record<'es' | 'pt', Articles>> = {
  es: articles({
    'masculine singular': 'el un del al este ese aquel',
    'feminine singular': 'la una esta esa aquella',
    'masculine plural': 'los unos estos esos',
    'feminine plural': 'las unas estas esas',
  }),
  pt: articles({
    'masculine singular': 'o um do no ao pelo este esse',
    'feminine singular': 'uma da na à pela esta essa',
    'masculine plural': 'os uns dos nos aos pelos estes esses',
    'feminine plural': 'as umas das nas às pelas estas essas',
  }),
};

/** Spanish and Portuguese: names have no cases; a title agrees with its article, as far as its ending tells a gender. */
export function agreeing(language: 'es' | 'pt'): CaseRules {
  const behindArticle: NameRule = ({ match, before }) => {
    const article = before && !before.match ? byLanguage[language].get(before.lower) : undefined;
    if (match.concept.type !== 'title' || !before || !article || agrees(match, article)) return undefined;
    return { construction: `behind “${before.text}”`, sure: false };
  };
  return (text, matches) => judgedNames(text, matches, () => [behindArticle]);
}

/** A gender is told by -o and -a, but not by `artista`, `autarca`, `policía`; the number by its s. */
function agrees({ form }: TermMatch, { gender, number }: Kind): boolean {
  const [head = ''] = form.text.toLowerCase().split(/[ -]/u);
  const isPlural = head.endsWith('s') && /(?:^|-)pl(?:-|$)/u.test(form.label);
  if (isPlural !== (number === 'plural')) return false;
  const singular = isPlural ? head.slice(0, -1) : head;
  if (singular.endsWith('o')) return gender === 'masculine';
  return !/(?:[dnr]a)$/u.test(singular) || gender === 'feminine';
}
