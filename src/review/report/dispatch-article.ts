import type { Dispatch, Note, Revision } from '../../model/dispatch.ts';
import { changeCounts, corrections } from '../../text/revision-words.ts';
import type { Scored } from './contents.ts';
import { languageAttributes, quoted } from './copy-text.ts';
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

function about(dispatch: Dispatch): Content {
  const { version, locale, revision } = dispatch;
  const { status, note, byline } = dispatch.header;
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
      ['What changed', revision && whatChanged(dispatch, revision)],
    ]),
    revision && removedSentences(revision, locale),
  ];
}

/** What this version is to the one before it, and why it was taken for that. */
function whatChanged({ locale, paragraphs }: Dispatch, revision: Revision): Content {
  const { revises, repeated, of, kind } = revision;
  const verb = { 'write-through': 'replaces', correction: 'corrects', addition: 'adds to' }[kind];
  const said = `${verb} version ${revises}: ${changeCounts(revision)}; its copy repeats ${repeated} of ${of} sentences`;
  if (kind !== 'correction') return said;
  const items = corrections({ paragraphs }, revision).map((change) =>
    element('li', {}, element('bdi', languageAttributes(locale), change)),
  );
  return [said, element('ul', {}, items)];
}

function removedSentences({ removed }: Revision, locale: string): Content {
  if (removed.length === 0) return undefined;
  const items = removed.map(({ id, was }) =>
    element('li', {}, element('code', {}, id), ' ', element('del', {}, quoted(was, locale))),
  );
  return element(
    'details',
    { class: 'removed' },
    element('summary', {}, `Sentences that this version has no longer: ${removed.length}`),
    element('ul', {}, items),
  );
}

function noteTitle(note: Note | undefined): string {
  return note?.update === undefined ? 'Note to editors' : `Note to editors (${note.update})`;
}
