import type { Locale } from '../model/locale.ts';
import type { Concept, Term } from './concept.ts';
import { conceptIds } from './concept-ids.ts';
import type { NewName } from './new-names.ts';

/**
 * New names as concepts that a person can complete: the names of the source, admitted, with a note that nobody has confirmed them. A concept
 * without terms in a target language asks for nothing there.
 *
 * @param taken the ids that the termbase has
 * @param targets languages to make room for: each gets an empty term, which is to be filled in before the glossary can be read
 */
export function newNameConcepts(
  names: readonly NewName[],
  {
    source,
    taken,
    targets = [],
  }: { readonly source: Locale; readonly taken: readonly string[]; readonly targets?: readonly Locale[] },
): readonly Concept[] {
  const ids = conceptIds(taken);
  for (const id of taken) ids.take([id]);
  return names.map((name): Concept => {
    const seen = [...new Set(name.places.map(({ dispatch }) => dispatch))];
    const texts = [name.name, ...(name.long === undefined ? [] : [name.long])];
    const forms = name.family === undefined ? [] : [{ label: 'family', text: name.family }];
    const term = (lang: Locale, text: string): Term => ({
      lang,
      text,
      status: 'admitted',
      match: 'forms',
      forms: [],
    });
    const [first, ...others] = texts.map((text) => term(source, text));
    return {
      id: ids.take([name.family ?? name.name, name.name]),
      type: name.type,
      terms: [
        ...(first ? [{ ...first, forms }] : []),
        ...others,
        ...targets.map((target): Term => ({ ...term(target, ''), status: 'preferred' })),
      ],
      note: `unconfirmed; in ${seen.slice(0, 3).join(', ')}${seen.length > 3 ? ', …' : ''}`,
    };
  });
}
