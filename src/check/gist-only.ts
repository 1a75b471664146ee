import { isFilled, isPersons } from '../model/draft.ts';
import { isGist } from '../model/provenance.ts';
import { defineCheck } from './check.ts';

export const gistOnly = defineCheck({
  id: 'gist-only',
  family: 'completeness',
  severity: 'warning',
  describe:
    'A machine whose words only tell what a text is about wrote the translation, and nobody has edited or accepted it.',
  example: {
    locale: 'es',
    source: 'Le maire est arrivé.',
    target: {
      state: 'drafted',
      text: 'El alcalde está llegado.',
      provenance: { origin: { kind: 'machine', provider: 'apertium', gist: true }, steps: [] },
    },
    note: 'Apertium wrote it',
  },
  find({ target }) {
    if (!isFilled(target) || isPersons(target) || !isGist(target.provenance)) return [];
    const { origin } = target.provenance;
    const who = origin.kind === 'machine' ? origin.provider : origin.kind;
    return [{ message: `written by ${who} for gist only: a person must read it against its source` }];
  },
});
