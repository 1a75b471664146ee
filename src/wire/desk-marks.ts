import { type PhysicalLine, partOf } from './physical-lines.ts';

/** Copy without the marks that desks and systems put into it. */
export type Unmarked = {
  readonly lines: readonly PhysicalLine[];
  /** The marks, in order: carriers, which are kept and never translated. */
  readonly marks: readonly string[];
};

/**
 * Takes the marks out of the lines behind a header: `///` and asterisks between sections, `=(PHOTO)=`, and what says that copy goes on
 * (`1/2`, `(à suivre)`, `(MORE)`). A sentence goes on over the mark of a page. A sign-off at the end of the last sentence
 * (`… jeudi. bur-abc/def`) becomes a line of its own.
 */
export function withoutDeskMarks(raw: string, lines: readonly PhysicalLine[]): Unmarked {
  const marks: string[] = [];
  const left: PhysicalLine[] = [];
  let opens = false;
  lines.forEach((line, at) => {
    if (sectionMark.test(line.text) || isPageMark(lines, at) || isPictureMark(line.text)) {
      marks.push(line.text);
      opens ||= sectionMark.test(line.text);
      return;
    }
    const { text, start } = textOfLine(line, marks);
    const part = partOf(raw, line, {
      start: line.span.start + start,
      end: line.span.start + start + text.length,
    });
    if (part) left.push(opens ? { ...part, opensSection: true } : part);
    opens = text.length < line.text.length && sectionMark.test(line.text.slice(start + text.length).trim());
  });
  return { lines: withSignOffApart(raw, left), marks };
}

/** `///`, and asterisks in the middle of a line. */
const sectionMark = /^(?:\/{3,}|\*(?:\s?\*){2,4})$/u;

/** Says that there is a picture, a film or a chart with the story. */
const picture =
  '(?:PHOTOS?|PICTURES?|VID[EÉ]OS?|INFOGRAPHIES?|GRAPHIQUES?|GRAPHICS?|CARTES?|MAPS?|ARCHIVES?|AUDIOS?|LIVE|TV)';
const pictures = String.raw`\(\s?${picture}(?:\s?[+,/&]?\s?${picture}){0,5}\s?\)`;
const pictureLine = new RegExp(`^=?\\s?${pictures}\\s?=?$`, 'u');
const markBefore = new RegExp(`^=\\s?${pictures}\\s?=\\s*`, 'u');
const markBehind = new RegExp(`\\s*=\\s?${pictures}\\s?=$|\\s+/{3,}$`, 'u');

function isPictureMark(text: string): boolean {
  return text.length <= longestMark && pictureLine.test(text);
}

/** The line without a mark before or behind its words. */
function textOfLine({ text }: PhysicalLine, marks: string[]): { text: string; start: number } {
  const before = (text.startsWith('=') && markBefore.exec(text.slice(0, longestMark))?.[0]) || '';
  const behind =
    (/[=/]$/u.test(text) && markBehind.exec(text.slice(before.length).slice(-longestMark))?.[0]) || '';
  for (const mark of [before, behind]) if (mark !== '') marks.push(mark.trim());
  return { text: text.slice(before.length, text.length - behind.length), start: before.length };
}

/** `1/2`, `page 2`, `- 2 -`, `(suite)`, `à suivre`, `(MORE)`, `prev`. */
const pageMark =
  /^(?:[([]?(?:p(?:age|\.)?\s?)?(?<page>\d{1,2})\s?\/\s?(?<of>\d{1,2})[)\]]?|[-–]?\s?page\s\d{1,2}\s?[-–]?|[([]?(?:[àÀaA]\s(?:suivre|SUIVRE)|suite(?:\set\sfin)?|SUITE(?:\sET\sFIN)?|Suite|more(?:\sto\scome)?|MORE|prev|PREV)[)\]]?(?:\s?(?:\.{3}|…))?)$/u;

/** A fraction among lines like it is a row of figures. */
function isPageMark(lines: readonly PhysicalLine[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.length > longestMark) return false;
  const found = pageMark.exec(text);
  if (!found) return false;
  const { page, of } = found.groups ?? {};
  if (page === undefined || of === undefined) return true;
  const isAmongFigures = [lines[at - 1], lines[at + 1]].some((line) => line && /^[\d\s/]+$/u.test(line.text));
  return Number(page) >= 1 && Number(page) <= Number(of) && !isAmongFigures;
}

/** In UTF-16 units. */
const longestMark = 60;

/** The sign-off behind the last sentence as a line of its own. */
function withSignOffApart(raw: string, lines: readonly PhysicalLine[]): readonly PhysicalLine[] {
  const last = lines.at(-1);
  const found = last && signOffBehind.exec(last.text.slice(-longestMark));
  if (!last || !found) return lines;
  const at = last.span.end - found[0].length;
  const before = partOf(raw, last, { end: at });
  const behind = partOf(raw, last, { start: at });
  if (!before || !behind) return lines;
  return [...lines.slice(0, -1), before, { ...behind, gap: 0 }];
}

const signOffBehind =
  /(?<=[.!?…]["'»”’)\]\u00a0\u202f]{0,4})\s+\p{Ll}{2,5}(?:-\p{Ll}{2,5}){0,5}(?:\/\p{Ll}{1,5}(?:-\p{Ll}{2,5}){0,3}){1,5}$/u;
