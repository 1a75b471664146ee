import type { Draft, Kept } from '../../model/draft.ts';
import { isFilled } from '../../model/draft.ts';
import type { TermScore } from '../../termbase/score.ts';
import { quoted } from './copy-text.ts';
import { draftFacts } from './draft-facts.ts';
import { draftTable } from './draft-table.ts';
import { type Content, element, type Html } from './html.ts';
import { languageName } from './language-name.ts';
import { provenanceLine, signature } from './provenance-line.ts';

/** One draft: what is to be said of it as a whole, its sentences, and the work of people whose sentence has left the story. */
export function draftSection(draft: Draft, score: TermScore): Html {
  const id = draftAnchor(draft);
  const name = `${id}.name`;
  return element(
    'section',
    { id, class: 'draft', 'aria-labelledby': name, 'data-locale': draft.locale },
    element('h3', { id: name }, languageName(draft.locale)),
    draftFacts(draft, score),
    draftTable(draft, name),
    removedWork(draft),
  );
}

export function draftAnchor({ dispatch, locale }: Draft): string {
  return `${dispatch.id}.${locale}`;
}

function removedWork({ dispatch, locale, removed }: Draft): Content {
  if (removed.length === 0) return undefined;
  const items = removed.map((kept) => removedItem(kept, dispatch.locale, locale));
  const summary = `Work of people whose sentence has left the story: ${removed.length}`;
  return element('details', { class: 'removed' }, element('summary', {}, summary), element('ul', {}, items));
}

function removedItem({ source, target }: Kept, from: string, into: string): Html {
  if (!isFilled(target)) return element('li', {}, quoted(source, from));
  return element(
    'li',
    {},
    element('p', {}, quoted(source, from)),
    element('p', {}, quoted(target.text, into)),
    provenanceLine(target.provenance, signature(target)),
  );
}
