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
    return problemsOf(unit, context).flatMap((problem) =>
      problem.kind === 'missing'
        ? [{ message: `“${problem.mention}” is missing${hint(problem.preferred)}`, source: problem.source }]
        : [],
    );
  },
});

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
