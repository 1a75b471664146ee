import { isFilled } from '../model/draft.ts';
import { markOf } from '../model/provenance.ts';
import { defineCheck } from './check.ts';

export const markedForWork = defineCheck({
  id: 'marked-for-work',
  family: 'completeness',
  severity: 'warning',
  describe: 'A reviewer asked for more work on the translation, and nobody has edited or accepted it since.',
  example: {
    locale: 'en',
    source: 'Une trêve a échoué.',
    target: {
      state: 'drafted',
      text: 'A truce has failed.',
      provenance: {
        origin: { kind: 'machine', provider: 'deepl' },
        steps: [{ did: 'marked', by: 'Ana' }],
      },
    },
    note: 'Ana has marked it in her tool',
  },
  find({ target }) {
    const mark = isFilled(target) ? markOf(target.provenance) : undefined;
    return mark ? [{ message: `marked for work by ${mark.by}` }] : [];
  },
});
