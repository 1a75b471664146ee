import { foldCovers } from '../../model/covers.ts';
import { type Draft, isDateline, isFilled, type Unit } from '../../model/draft.ts';
import { isPseudo } from '../../model/provenance.ts';

/** How the sentences of a draft came about. The dateline, which is made by rule, does not count, and neither do sign-offs. */
export type Authorship = {
  /** Sentences that a person, a machine or the memory wrote. */
  readonly sentences: number;
  /** Those a machine wrote first. */
  readonly machine: number;
  /** Of these, those whose words no person has changed. */
  readonly untouched: number;
  /** Of the machine's, those that a person has reviewed or signed. */
  readonly reviewed: number;
  /** Sentences of the memory that do not say who wrote them. */
  readonly unknown: number;
  /** Which machines, in the order of the alphabet. */
  readonly providers: readonly string[];
  /** Whether any of it is pseudo text, which only looks like a translation. */
  readonly hasPseudo: boolean;
};

export function authorshipOf(draft: Draft): Authorship {
  const units = foldCovers(draft).units.filter((unit) => !isDateline(unit) && isWritten(unit));
  const machines = units.flatMap(({ target }) =>
    isFilled(target) && target.provenance.origin.kind === 'machine'
      ? [{ ...target, origin: target.provenance.origin }]
      : [],
  );
  const isReviewed = ({ state }: { readonly state: string }) => state === 'reviewed' || state === 'final';
  return {
    sentences: units.length,
    machine: machines.length,
    untouched: machines.filter(({ provenance }) => !provenance.steps.some(({ did }) => did === 'edited'))
      .length,
    reviewed: machines.filter(isReviewed).length,
    unknown: units.filter(({ target }) => isFilled(target) && target.provenance.origin.kind === 'memory')
      .length,
    providers: [...new Set(machines.map(({ origin }) => origin.provider))].sort(),
    hasPseudo: machines.some(({ provenance }) => isPseudo(provenance)),
  };
}

function isWritten({ target }: Unit): boolean {
  return isFilled(target) && target.provenance.origin.kind !== 'rule';
}

/** A term of the vocabulary of IPTC for how a text came about: http://cv.iptc.org/newscodes/digitalsourcetype/ */
export type DigitalSource = { readonly name: string; readonly uri: string };

const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const terms = {
  trainedAlgorithmicMedia: 'Created using Generative AI',
  compositeWithTrainedAlgorithmicMedia: 'Edited using Generative AI',
  digitalCreation: 'Digital creation',
} as const;

/**
 * What IPTC calls a text that came about so: of a machine's words alone, of a machine's and people's, or of people's alone. A review
 * changes nothing here, for the words stay a machine's; whoever changes them makes them people's too.
 *
 * @returns undefined where nobody knows: words of the memory whose author it does not name, and none of a machine
 */
export function digitalSourceOf(authorship: Authorship): DigitalSource | undefined {
  const { sentences, machine, untouched, unknown } = authorship;
  if (machine > 0) {
    const isAll = untouched === sentences;
    return term(isAll ? 'trainedAlgorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia');
  }
  return unknown > 0 ? undefined : term('digitalCreation');
}

function term(name: keyof typeof terms): DigitalSource {
  return { name: terms[name], uri: `${vocabulary}${name}` };
}

/** The same in words, for the desk that gets it. */
export function authorshipWords(source: string, authorship: Authorship): string {
  const { sentences, machine, reviewed, unknown, providers } = authorship;
  const people = sentences - machine - unknown;
  const parts = [
    ...(machine > 0
      ? [
          `a machine (${providers.join(', ')}) wrote ${machine}, and people have reviewed ${reviewed} of these`,
        ]
      : []),
    ...(people > 0 ? [`people wrote ${people}`] : []),
    ...(unknown > 0 ? [`the memory gave ${unknown}, and does not say who wrote them`] : []),
  ];
  return `Translated from ${source}. Of ${sentences} sentences ${parts.join('; ')}.`;
}
