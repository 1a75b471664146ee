import { hiddenCharacter, mixedScripts, typedTwice } from './characters.ts';
import { missingPreferred, missingSource, personWithoutFamily } from './coverage.ts';
import { forbiddenGenerated, unconfirmedForms, unpairedLabel } from './forms.ts';
import { duplicateTerm, forbiddenAccepted, sharedFamily, sharedForm } from './homographs.ts';
import { nestedContradiction } from './nesting.ts';
import type { LintRule } from './rule.ts';
import { expiredTerm, overlappingTerms } from './validity.ts';

/** Every rule of the lint, in the order in which the findings of a concept are listed. */
export const lintRules: readonly LintRule[] = [
  duplicateTerm,
  sharedForm,
  sharedFamily,
  forbiddenAccepted,
  missingSource,
  missingPreferred,
  personWithoutFamily,
  unpairedLabel,
  unconfirmedForms,
  forbiddenGenerated,
  nestedContradiction,
  overlappingTerms,
  expiredTerm,
  mixedScripts,
  hiddenCharacter,
  typedTwice,
];
