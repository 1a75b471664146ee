import type { Concept, Term } from '../concept.ts';
import type { Inflection } from './paradigm.ts';

/** How one Romance language makes a plural and a feminine of a word; undefined where that is not regular. */
export type RomanceRules = {
  readonly plural: (word: string) => string | undefined;
  readonly feminine: (word: string) => string | undefined;
  /** Words that open a complement, behind which nothing changes: `de`, `da`, `para`. */
  readonly complement: ReadonlySet<string>;
};

/**
 * The plural of titles and common nouns, and the feminine of titles: `ministros de Asuntos Exteriores`, `secretaria general`. Names have
 * neither; a contraction before a name (`del`, `do`) is no form of it. Of three words or more before a complement nothing is made.
 */
export function romanceForms({ type }: Concept, { text }: Term, rules: RomanceRules): readonly Inflection[] {
  if (type !== 'title' && type !== 'common') return [];
  const words = text.split(' ');
  const at = words.findIndex((word) => rules.complement.has(word.toLowerCase()));
  const head = at === -1 ? words : words.slice(0, at);
  const rest = at === -1 ? [] : words.slice(at);
  if (head.length === 0 || head.length > 2 || !head.every((word) => /^\p{L}{3,}$/u.test(word))) return [];
  const changed = (label: string, change: (word: string) => string | undefined): readonly Inflection[] => {
    const made = head.map(change);
    const changes = made.some((word, index) => word !== head[index]);
    return changes && made.every((word) => word !== undefined)
      ? [{ label, text: [...made, ...rest].join(' ') }]
      : [];
  };
  const person = type === 'title' && !isBody.test(head[0] ?? '');
  const feminine = person ? changed('fem', rules.feminine) : [];
  const plural = (word: string | undefined) => (word === undefined ? undefined : rules.plural(word));
  return [
    ...changed('pl', rules.plural),
    ...feminine,
    ...(feminine.length > 0 ? changed('fem-pl', (word) => plural(rules.feminine(word))) : []),
  ];
}

/** Titles that name a body and not a person: `ministerio`, `secretariado`, `departamento`. */
const isBody = /(?:[eé]rio|tariado|ment[oe]|miento|sulado|tuto)$/iu;
