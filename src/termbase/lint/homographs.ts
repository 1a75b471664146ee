import { foldTypography } from '../../text/fold.ts';
import { baseLabel, isAccepted, isFamilyForm } from '../concept.ts';
import { defineLintRule, type OwnedForm, ownedForms, spelledAlike } from './rule.ts';

/** The first accepted form of each concept in a group, where there are two concepts or more. */
function ownersIn(group: readonly OwnedForm[]): readonly OwnedForm[] {
  const accepted = group.filter(({ term }) => isAccepted(term));
  const owners = [...Map.groupBy(accepted, ({ concept }) => concept).values()].flatMap(
    ([first]) => first ?? [],
  );
  return owners.length > 1 ? owners : [];
}

function kindOf(owners: readonly OwnedForm[]): 'terms' | 'families' | 'forms' {
  if (owners.every(({ form }) => form.label === baseLabel)) return 'terms';
  return owners.every(({ form }) => isFamilyForm(form)) ? 'families' : 'forms';
}

function sharedBy(
  kind: ReturnType<typeof kindOf>,
  advice: string,
): Parameters<typeof defineLintRule>[0]['find'] {
  return (concepts) =>
    spelledAlike(ownedForms(concepts)).flatMap((group) => {
      const owners = ownersIn(group);
      if (owners.length === 0 || kindOf(owners) !== kind) return [];
      return owners.slice(1).map(({ concept, term, form }) => {
        const others = owners.filter((other) => other.concept !== concept).map((other) => other.concept.id);
        const message = `“${form.text}” belongs to ${others.join(', ')} too: ${advice}`;
        return { concept: concept.id, lang: term.lang, term, message };
      });
    });
}

export const duplicateTerm = defineLintRule({
  id: 'duplicate-term',
  severity: 'error',
  describe: 'Two concepts have the same term in a language, up to typography and case.',
  find: sharedBy('terms', 'merge the two concepts, or give one of them a longer term'),
});

export const sharedForm = defineLintRule({
  id: 'shared-form',
  severity: 'warning',
  describe: 'Two concepts share a form, which is only found where the text names one of them in full.',
  find: sharedBy('forms', 'leave the form out of one of them, or see that a story names it in full'),
});

export const sharedFamily = defineLintRule({
  id: 'shared-family',
  severity: 'info',
  describe: 'Two persons share a family name, which is only found where the story names one of them in full.',
  find: sharedBy('families', 'it counts for whoever a story names in full'),
});

export const forbiddenAccepted = defineLintRule({
  id: 'forbidden-accepted',
  severity: 'error',
  describe:
    'A form is forbidden or out of use, and accepted under another term of the concept or of another one.',
  find: (concepts) =>
    spelledAlike(ownedForms(concepts)).flatMap((group) =>
      group.flatMap(({ concept, term, form }) => {
        if (isAccepted(term)) return [];
        // Case alone may be what is forbidden: `Nato` for `NATO`.
        const accepted = group.filter(
          (other) => isAccepted(other.term) && foldTypography(other.form.text) === foldTypography(form.text),
        );
        const right = accepted.find((other) => other.concept === concept) ?? accepted[0];
        if (!right) return [];
        const isOwn = right.concept === concept;
        const where = isOwn ? `of “${right.term.text}”` : `of ${right.concept.id}`;
        const message = `“${form.text}” is ${term.status} here and accepted as a form ${where}: decide which it is and remove the other`;
        return [
          {
            concept: concept.id,
            lang: term.lang,
            term,
            message,
            ...(!isOwn && { severity: 'warning' as const }),
          },
        ];
      }),
    ),
});
