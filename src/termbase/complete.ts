import type { Concept, Form, Term } from './concept.ts';

/** What one side has, with what the other side knows besides. */
export type Completion<Value> = {
  readonly value: Value;
  /** How many facts are new. */
  readonly added: number;
  /** What both tell differently, each as a reason for a person. */
  readonly conflicts: readonly string[];
};

/** A concept with the facts that another one of the same id has and it lacks; its terms and its note are left alone. */
export function completedConcept(own: Concept, other: Concept): Completion<Concept> {
  const conflicts: string[] = [];
  let value = own;
  let added = 0;
  if (other.translate === false && own.translate !== false) {
    if (isTranslated(own)) conflicts.push('it is translated here and not to be translated there');
    else {
      value = { ...value, translate: false };
      added += 1;
    }
  }
  const { speaks } = other;
  if (speaks && !own.speaks) {
    value = { ...value, speaks };
    added += 1;
  } else if (speaks?.some((language) => !own.speaks?.includes(language))) {
    conflicts.push(`the person speaks ${own.speaks?.join(', ')} here and ${speaks.join(', ')} there`);
  }
  return { value, added, conflicts };
}

/** Whether a concept is called otherwise in another language than in its first. */
function isTranslated({ terms }: Concept): boolean {
  const [first] = terms;
  const original = new Set(terms.filter(({ lang }) => lang === first?.lang).map(({ text }) => text));
  return terms.some(({ text, status }) => status === 'preferred' && !original.has(text));
}

/**
 * A term with the forms, the source and the days that the same term of others has and it lacks. A form is lacking where nothing is listed under
 * its label; a form nobody had confirmed is confirmed where the other side has. Notes are prose and left alone.
 */
export function completedTerm(own: Term, other: Term): Completion<Term> {
  if (own.status !== other.status) {
    const why = `it is ${own.status} here and ${other.status} there`;
    return { value: own, added: 0, conflicts: [why] };
  }
  const forms = completedForms(own, other);
  const facts = (['source', 'validFrom', 'validUntil'] as const).map((fact) => ({ fact, told: other[fact] }));
  const lacking = facts.filter(({ fact, told }) => told !== undefined && own[fact] === undefined);
  const conflicts = facts
    .filter(({ fact, told }) => told !== undefined && own[fact] !== undefined && own[fact] !== told)
    .map(({ fact, told }) => `${named[fact]} ${own[fact]} here and ${told} there`);
  const value: Term = {
    ...own,
    ...Object.fromEntries(lacking.map(({ fact, told }) => [fact, told])),
    forms: forms.value,
  };
  const { validFrom, validUntil } = value;
  if (validFrom !== undefined && validUntil !== undefined && validFrom > validUntil) {
    const why = `it would end on ${validUntil}, before it begins on ${validFrom}`;
    return {
      value: { ...own, forms: forms.value },
      added: forms.added,
      conflicts: [...forms.conflicts, why],
    };
  }
  const added = forms.added + lacking.length;
  return { value: added === 0 ? own : value, added, conflicts: [...forms.conflicts, ...conflicts] };
}

const named = {
  source: 'its source is',
  validFrom: 'it is valid from',
  validUntil: 'it is valid until',
} as const;

function completedForms(own: Term, other: Term): Completion<readonly Form[]> {
  const isIn = (forms: readonly Form[], { label, text }: Form) =>
    forms.some((form) => form.label === label && form.text === text);
  const labels = new Set(own.forms.map(({ label }) => label));
  const isLacking = own.match !== 'exact' ? ({ label }: Form) => !labels.has(label) : () => false;
  const lacking = other.forms.filter(isLacking);
  const isSure = ({ generated }: Form) => !generated;
  const sure = other.forms.filter(isSure);
  let confirmed = 0;
  const kept = own.forms.map((form): Form => {
    if (!form.generated || !isIn(sure, form) || isIn(own.forms.filter(isSure), form)) return form;
    confirmed += 1;
    return { label: form.label, text: form.text };
  });
  const contradicting = sure.filter((form) => !isLacking(form) && !isIn(own.forms, form));
  const texts = contradicting.map(({ label, text }) => `${label}=${text}`).join(', ');
  const added = lacking.length + confirmed;
  return {
    value: added === 0 ? own.forms : [...kept, ...lacking],
    added,
    conflicts: texts === '' ? [] : [`it has forms there that it lacks here: ${texts}`],
  };
}
