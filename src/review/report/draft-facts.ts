import { disclosureOf, disclosureWords } from '../../bundle/disclosure.ts';
import { allUnits, type Draft } from '../../model/draft.ts';
import { machineName, machineShares } from '../../model/machine-share.ts';
import type { ConceptScore, TermScore } from '../../termbase/score.ts';
import { quoted } from './copy-text.ts';
import { factList } from './fact-list.ts';
import { type Content, element, type Html } from './html.ts';

/** What is to be said of a draft as a whole: its disclosure, which machines wrote how much of it first, and how it keeps to the terms and names of the house. */
export function draftFacts(draft: Draft, score: TermScore): Html {
  const disclosure = disclosureOf(draft);
  const machines = machineShares(allUnits(draft)).map((machine, index) => [
    index === 0 ? '' : '; ',
    element('bdi', {}, machineName(machine)),
    `: ${machine.segments}`,
  ]);
  return factList([
    ['Disclosure', [element('code', {}, disclosure), `: ${disclosureWords[disclosure]}`]],
    ['First written by', machines.length === 0 ? undefined : machines],
    ['Terms', `${score.rendered} of ${score.mentions} mentions rendered (${percent(score.success)})`],
    ['Names', [`${percent(score.consistency)} consistent`, variedNames(score.concepts, draft.locale)]],
  ]);
}

/** Rounded down: what is not quite whole is never 100 %. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** The concepts that are said in more than one way, or in a wrong one, with how often. */
function variedNames(concepts: readonly ConceptScore[], locale: string): Content {
  const varied = concepts.filter(({ accepted, wrong }) => accepted.length > 1 || wrong > 0);
  if (varied.length === 0) return undefined;
  const items = varied.map(({ concept, accepted, wrong }) => {
    const ways: Content[] = accepted.map(({ term, count }) => [quoted(term, locale), ` ${count}×`]);
    if (wrong > 0) ways.push(`wrong forms ${wrong}×`);
    const listed = ways.map((way, index) => [index === 0 ? '' : ', ', way]);
    return element('li', {}, element('code', {}, concept), ': ', listed);
  });
  return ['; said in more than one way:', element('ul', {}, items)];
}
