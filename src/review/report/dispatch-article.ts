import type { Dispatch, Note } from '../../model/dispatch.ts';
import type { Scored } from './contents.ts';
import { languageAttributes } from './copy-text.ts';
import { draftSection } from './draft-section.ts';
import { factList } from './fact-list.ts';
import { type Content, element, type Html, lines } from './html.ts';

/** One dispatch: what a reviewer must know of it before the first sentence, and its drafts. */
export function dispatchArticle(scored: readonly Scored[]): Html {
  const dispatch = scored[0]?.draft.dispatch;
  if (!dispatch) return lines([]);
  const headline = dispatch.header.headline;
  return element(
    'article',
    { 'aria-labelledby': dispatch.id },
    element(
      'h2',
      { id: dispatch.id },
      element('span', { class: 'id' }, dispatch.id),
      headline === undefined
        ? undefined
        : [' ', element('bdi', languageAttributes(dispatch.locale), headline)],
    ),
    about(dispatch),
    lines(scored.map(({ draft, score }) => draftSection(draft, score))),
  );
}

function about({ version, locale, header: { status, note, byline } }: Dispatch): Content {
  return [
    status === 'usable'
      ? undefined
      : element(
          'p',
          { class: 'banner' },
          element('strong', {}, `This dispatch is ${status}.`),
          ' It is not published.',
        ),
    factList([
      ['Version', String(version)],
      ['Byline', byline === undefined ? undefined : element('bdi', languageAttributes(locale), byline)],
      [noteTitle(note), note && element('bdi', languageAttributes(locale), note.text)],
    ]),
  ];
}

function noteTitle(note: Note | undefined): string {
  return note?.update === undefined ? 'Note to editors' : `Note to editors (${note.update})`;
}
