import { isFilled } from '../model/draft.ts';
import { markOf } from '../model/provenance.ts';
import { defineCheck } from './check.ts';

export const markedForWork = defineCheck({
  id: 'marked-for-work',
  severity: 'warning',
  describe: 'A reviewer asked for more work on the translation, and nobody has edited or accepted it since.',
  find({ target }) {
    const mark = isFilled(target) ? markOf(target.provenance) : undefined;
    return mark ? [{ message: `marked for work by ${mark.by}` }] : [];
  },
});
