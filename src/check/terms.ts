import type { Unit } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import { readWordsInPlace } from '../model/words-in-place.ts';
import { termProblems } from '../termbase/problems.ts';
import { defineCheck, shared } from './check.ts';

const problemsOf = shared((unit, { termbase, source, target }) =>
  termProblems(unit, termbase, source, target),
);

export const termMissing = defineCheck({
  id: 'term-missing',
  family: 'terms',
  severity: 'error',
  describe: 'A name or term of the source has no accepted rendering in the target.',
  example: {
    locale: 'en',
    source: 'La guerre au Nagorny Karabakh dure.',
    target: 'The war in the region goes on.',
    note: 'the glossary says “Nagorno-Karabakh”',
  },
  find(unit, context) {
    return problemsOf(unit, context).flatMap((problem) => {
      if (problem.kind !== 'missing') return [];
      const { concept, mention, preferred, source } = problem;
      const [place, ...more] = placesOf(concept, unit);
      if (!place || more.length > 0)
        return [{ message: `“${mention}” is missing${hint(preferred)}`, source }];
      const message = `“${mention}” is missing, “${place.words}” stands in its place${hint(preferred)}`;
      return [{ message, source, target: place.span }];
    });
  },
});

/** Where the words stand that a machine wrote where the term was marked, as far as they are still there. */
function placesOf(concept: string, { target }: Unit): { readonly words: string; readonly span: Span }[] {
  if (target.state !== 'drafted') return [];
  return readWordsInPlace(target.provenance, concept).flatMap((words) => {
    const start = target.text.indexOf(words);
    return start < 0 ? [] : [{ words, span: { start, end: start + words.length } }];
  });
}

export const termForbidden = defineCheck({
  id: 'term-forbidden',
  family: 'terms',
  severity: 'error',
  describe: 'The target has a form the house forbids, has given up, or that was left in the source language.',
  example: {
    locale: 'de',
    source: 'La guerre au Nagorny Karabakh dure.',
    target: 'Der Krieg in Berg-Karabach dauert an.',
    note: 'the glossary says “Bergkarabach”',
  },
  find(unit, context) {
    return problemsOf(unit, context).flatMap((problem) => {
      if (problem.kind === 'missing') return [];
      const message = `“${problem.found}” ${reason(problem)}${hint(problem.preferred)}`;
      return [
        {
          message,
          target: problem.target,
          // A form that nobody has confirmed may be another word.
          ...((problem.kind === 'deprecated' || problem.generated) && { severity: 'warning' as const }),
        },
      ];
    });
  },
});

function reason({ kind, leftIn }: { kind: 'forbidden' | 'deprecated'; leftIn: boolean }): string {
  if (leftIn) return 'is left as in the source';
  return kind === 'forbidden' ? 'is forbidden' : 'is out of use';
}

function hint(preferred: string | undefined): string {
  return preferred === undefined ? '' : `: write “${preferred}”`;
}
