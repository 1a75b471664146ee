import { textOf } from '../model/draft.ts';
import { placeablesOf, without } from '../text/placeables.ts';
import { defineCheck, type Finding } from './check.ts';

export const placeableChanged = defineCheck({
  id: 'placeable-changed',
  family: 'placeables',
  severity: 'error',
  describe: 'A placeholder, tag, web address or e-mail address is not the same in source and target.',
  example: {
    locale: 'en',
    source: 'Bonjour {{name}}.',
    target: 'Hello {{nom}}.',
    note: 'an app knows `name` only',
  },
  find(unit) {
    const text = textOf(unit.target);
    if (text === undefined) return [];
    const source = placeablesOf(unit.segment.text);
    const target = placeablesOf(text);
    const left = without(source, target).map(
      ({ key, span }): Finding => ({
        message: `“${key}” of the source is missing in the target`,
        source: span,
      }),
    );
    const added = without(target, source).map(
      ({ key, span }): Finding => ({ message: `“${key}” of the target is not in the source`, target: span }),
    );
    return [...left, ...added];
  },
});
