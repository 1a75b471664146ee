import { foldCovers } from '../../model/covers.ts';
import { allUnits, type Draft } from '../../model/draft.ts';
import { newNames } from '../../termbase/new-names.ts';
import { scoreTerms, sumScores } from '../../termbase/score.ts';
import type { Termbase } from '../../termbase/termbase.ts';
import { conceptUsage } from '../../termbase/usage.ts';
import { contentDigest } from '../../text/hash.ts';
import { contents, type Scored } from './contents.ts';
import { dispatchArticle } from './dispatch-article.ts';
import { filterScript } from './filter-script.ts';
import { filters } from './filters.ts';
import { type Content, element, type Html, inline, lines } from './html.ts';
import { kindsOf } from './kinds.ts';
import { namesSection } from './names-section.ts';
import { styleSheet } from './style-sheet.ts';

/**
 * The report: one HTML page with every draft beside its source, for people who review. It loads nothing, sends nothing, and its policy
 * allows no other script or style than its own. The same drafts always give the same text.
 *
 * @param drafts in the order they are shown in, with their terms, issues and matches
 * @param options.problems what could not be read and is not in the report, in words
 */
export function renderReport(
  drafts: readonly Draft[],
  { termbase, problems = [] }: { readonly termbase: Termbase; readonly problems?: readonly string[] },
): string {
  const scored = drafts.map(
    (draft): Scored => ({ draft: foldCovers(draft), score: scoreTerms(draft, termbase) }),
  );
  const names = namesSection(
    conceptUsage(drafts, termbase),
    newNames(drafts, termbase),
    drafts[0]?.dispatch.locale ?? '',
  );
  const page = element('html', { lang: 'en', dir: 'ltr' }, lines([head(), body(scored, problems, names)]));
  return `<!DOCTYPE html>\n${page.html}\n`;
}

function head(): Html {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${contentDigest(styleSheet)}'`,
    `script-src 'sha256-${contentDigest(filterScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return element(
    'head',
    {},
    lines([
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, 'Translation report'),
      inline('style', styleSheet),
    ]),
  );
}

function body(scored: readonly Scored[], problems: readonly string[], names: Content): Html {
  const drafts = scored.map(({ draft }) => draft);
  const stories = Array.from(Map.groupBy(scored, ({ draft }) => draft.dispatch.id).values());
  const units = drafts.flatMap(allUnits);
  const kinds = Map.groupBy(units.flatMap(kindsOf), (kind) => kind);
  const counts = new Map(Array.from(kinds, ([kind, found]) => [kind, found.length]));
  const locales = [...new Set(drafts.map((draft) => draft.locale))];
  const sizes = [
    numbered(stories.length, 'dispatch', 'dispatches'),
    numbered(drafts.length, 'draft'),
    numbered(units.length, 'sentence'),
  ];
  return element(
    'body',
    {},
    lines([
      element('a', { class: 'skip', href: '#drafts' }, 'Skip to the drafts'),
      element(
        'header',
        {},
        element('h1', {}, 'Translation report'),
        element('p', {}, `${sizes.join(', ')}.`),
        missing(problems),
      ),
      contents(scored, sumScores(scored.map(({ score }) => score))),
      names,
      element(
        'main',
        { id: 'drafts', tabindex: -1 },
        filters(counts, locales),
        lines(stories.map(dispatchArticle)),
      ),
      inline('script', filterScript),
    ]),
  );
}

function missing(problems: readonly string[]): Content {
  if (problems.length === 0) return undefined;
  const items = problems.map((problem) => element('li', {}, problem));
  return element(
    'div',
    { class: 'banner' },
    element('p', {}, 'Not in this report:'),
    element('ul', {}, items),
  );
}

function numbered(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
