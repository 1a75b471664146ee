import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/model/draft.ts';
import { type Form, formsOf, type Term } from '../../src/termbase/concept.ts';
import { enforceTerms } from '../../src/termbase/enforce.ts';
import { termProblems } from '../../src/termbase/problems.ts';
import { scoreTerms } from '../../src/termbase/score.ts';
import { preferredIn, termsIn } from '../../src/termbase/termbase.ts';
import { draftOf, house } from './house.ts';

/**
 * A story of four sentences and its right translations. `[concept]` stands for the preferred term, `[concept.gen]` for one of its
 * forms; each of these places is then filled with every wrong form there is.
 */
const source = [
  'Sergueï Lavrov a reçu à Moscou des émissaires du Groupe de Minsk.',
  'M. Lavrov a évoqué l’avenir du Nagorny Karabakh, où une trêve ne tient pas.',
  'L’OSCE et les Etats-Unis attendent à Genève, a dit le ministre des Affaires étrangères.',
  'Le discours de M. Lavrov sur le Haut-Karabakh a surpris la Russie.',
];
const translations = new Map([
  [
    'en',
    [
      '[lavrov] received envoys of the [minsk-group] in [moscow].',
      'Mr [lavrov.family] spoke of the future of [karabakh], where a [truce] is not holding.',
      'The [osce] and the [united-states] are waiting in [geneva], the [foreign-minister] said.',
      'Mr [lavrov.family]’s speech on [karabakh] surprised [russia].',
    ],
  ],
  [
    'de',
    [
      '[lavrov] empfing in [moscow] Gesandte der [minsk-group].',
      'Herr [lavrov.family] sprach über die Zukunft [karabakh.gen], wo keine Waffenruhe hält.',
      'Die [osce] und die USA warten in [geneva], sagte der [foreign-minister].',
      '[lavrov.family-gen] Rede über [karabakh] hat [russia] überrascht.',
    ],
  ],
  [
    'es',
    [
      '[lavrov] recibió en [moscow] a enviados del Grupo de Minsk.',
      '[lavrov.family] habló del futuro de [karabakh], donde la tregua no se mantiene.',
      'La OSCE y Estados Unidos esperan en [geneva], dijo el ministro.',
      'El discurso de [lavrov.family] sobre [karabakh] sorprendió a Rusia.',
    ],
  ],
  [
    'pt',
    [
      '[lavrov] recebeu em [moscow] enviados do Grupo de Minsk.',
      '[lavrov.family] falou do futuro de [karabakh], onde a trégua não se mantém.',
      'A OSCE e os Estados Unidos esperam em [geneva], disse o ministro.',
      'O discurso de [lavrov.family] sobre [karabakh] surpreendeu a Rússia.',
    ],
  ],
  [
    'ar',
    [
      'استقبل [lavrov] في [moscow] مبعوثين من مجموعة مينسك.',
      'تحدث [lavrov.family] عن مستقبل [karabakh] حيث لم تصمد [truce].',
      'تنتظر المنظمة و[united-states] في [geneva] وفق الوزير.',
      'فاجأ خطاب [lavrov.family] بشأن [karabakh] روسيا.',
    ],
  ],
]);

/** A place in a translation where a concept is rendered. */
type Slot = { readonly concept: string; readonly label: string };

const slotPattern = /\[(?<concept>[a-z-]+)(?:\.(?<label>[a-z-]+))?\]/gu;

function slotsOf(sentences: readonly string[]): Slot[] {
  return sentences.flatMap((sentence) =>
    Array.from(sentence.matchAll(slotPattern), ({ groups }) => ({
      concept: groups?.concept ?? '',
      label: groups?.label ?? 'base',
    })),
  );
}

/** The translation with its places filled in order. */
function filled(sentences: readonly string[], forms: readonly string[]): string[] {
  const next = forms.values();
  return sentences.map((sentence) => sentence.replace(slotPattern, () => next.next().value ?? ''));
}

function formOf(term: Term, label: string): Form | undefined {
  return formsOf(term).find((form) => form.label === label);
}

function rightForms(slots: readonly Slot[], locale: string): string[] {
  return slots.map(({ concept, label }) => {
    const known = house.concepts.get(concept);
    const term = known && preferredIn(known, locale);
    const text = term && formOf(term, label)?.text;
    if (text === undefined)
      throw new Error(`the test names ${concept}.${label}, which ${locale} does not have`);
    return text;
  });
}

/** Every form that must not stand in a place, of the same kind as the right one where there is one. */
function wrongForms({ concept, label }: Slot, locale: string): { text: string; kind: string }[] {
  const known = house.concepts.get(concept);
  if (!known) return [];
  const right = termsIn(known, locale).filter((term) => term.status === 'preferred');
  const accepted = new Set(right.flatMap((term) => formsOf(term).map((form) => form.text)));
  const inForm = (term: Term) => formOf(term, label)?.text ?? (label === 'base' ? undefined : term.text);
  const title = known.type === 'title' || known.type === 'common';
  return [
    ...termsIn(known, 'fr').map((term) => ({ text: inForm(term), kind: 'French' })),
    ...termsIn(known, locale)
      .filter((term) => term.status !== 'preferred' && !(title && term.status === 'admitted'))
      .map((term) => ({ text: inForm(term), kind: term.status })),
  ].flatMap(({ text, kind }) => (text === undefined || accepted.has(text) ? [] : [{ text, kind }]));
}

describe.each([...translations])('a right translation into %s', (locale, sentences) => {
  const slots = slotsOf(sentences);
  const right = rightForms(slots, locale);
  const story = filled(sentences, right);
  const enforce = (forms: readonly string[]) => {
    const target = filled(sentences, forms);
    return enforceTerms(
      draftOf(
        locale,
        source.map((text, index) => [text, target[index] ?? '']),
      ),
      house,
    );
  };
  const texts = (forms: readonly string[]) => enforce(forms).units.map((unit) => textOf(unit.target));
  const injections = slots.flatMap((slot, index) =>
    wrongForms(slot, locale)
      .filter(
        ({ kind }) =>
          kind !== 'admitted' || slots.filter(({ concept }) => concept === slot.concept).length > 1,
      )
      .map((wrong) => ({ ...wrong, index, slot: `${slot.concept}.${slot.label}` })),
  );
  const ofItsKind = injections.filter(
    ({ text, index }) => firstLabelOf(text, locale) === slots[index]?.label,
  );

  it('is left as it is', () => {
    expect(texts(right)).toEqual(story);
  });

  it.each(ofItsKind)('is restored when “$text” ($kind) stands for $slot', ({ text, index }) => {
    expect(texts(right.with(index, text))).toEqual(story);
  });

  it.each(injections)('does not keep “$text” ($kind) for $slot', ({ text, index }) => {
    expect(texts(right.with(index, text)).join('\n')).not.toContain(text);
  });

  it('has every wrong form repaired or reported, however many there are', () => {
    const choices = slots.map((slot, index) =>
      fc.constantFrom(right[index] ?? '', ...wrongForms(slot, locale).map((wrong) => wrong.text)),
    );
    fc.assert(
      fc.property(fc.tuple(...choices), (forms) => {
        const draft = enforce(forms);
        const reported = draft.units.flatMap((unit) => [
          ...unit.issues,
          ...termProblems(unit, house, 'fr', locale).filter((problem) => problem.kind !== 'missing'),
        ]);
        const { success, consistency } = scoreTerms(draft, house);
        const before = scoreTerms(enforce(right), house);
        expect(success).toBe(before.success);
        if (reported.length === 0) expect(consistency).toBe(1);
      }),
    );
  });
});

/** The label a text has in its term, the first one where it has several: only a form of the same kind can be restored exactly. */
function firstLabelOf(text: string, locale: string): string | undefined {
  return [...house.concepts.values()]
    .flatMap((concept) => [...termsIn(concept, locale), ...termsIn(concept, 'fr')])
    .flatMap(formsOf)
    .find((form) => form.text === text)?.label;
}
