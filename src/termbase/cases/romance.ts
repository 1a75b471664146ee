import type { TermMatch } from '../match.ts';
import type { CaseError, CaseRules } from './case-error.ts';
import { isDirect, itemsOf, maxItems } from './sentence.ts';

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
  return (text, matches) => {
    const errors = new Map<TermMatch, CaseError>();
    const items = itemsOf(text, matches);
    if (items.length > maxItems) return errors;
    for (const [at, item] of items.entries()) {
      const before = items[at - 1];
      if (item.match?.concept.type !== 'title' || !before || before.match || !isDirect(item)) continue;
      const article = byLanguage[language].get(before.lower);
      if (article && !agrees(item.match, article)) {
        errors.set(item.match, { construction: `behind “${before.text}”`, sure: false });
      }
    }
    return errors;
  };
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
