import { attributeOf, type XmlElement } from '../../../xml/node.ts';
import type { UnitContext } from '../context.ts';
import { quoted, type Report } from '../finding.ts';
import { namespaces } from '../namespaces.ts';
import { type InlineContent, orderOf, type Part, sides } from './inline-content.ts';
import { checkPrefix } from './inline-values.ts';

/** What holds for the segments and ignorables of a unit, beside their inline elements. */
export function checkSegments(content: InlineContent, context: UnitContext): void {
  const { report, version } = context;
  if (!content.parts.some(({ element }) => element.local === 'segment')) {
    report.add('unit-needs-segment', content.owner, 'a unit has at least one <segment>: add one');
  }
  for (const part of content.parts) {
    checkLanguages(part, context);
    if (part.element.local === 'segment') checkState(part, report);
    if (version === '2.0') checkSpace(part, context);
  }
  checkOrder(content, report);
}

function checkState({ element, target }: Part, report: Report): void {
  const state = attributeOf(element, 'state');
  const subState = attributeOf(element, 'subState');
  if (subState !== undefined && state === undefined) {
    report.add('sub-state-needs-state', element, 'a segment with subState needs state beside it: add it');
  }
  if (subState !== undefined && !/^[^\s:]+:[^\s:]+$/u.test(subState)) {
    const message = `subState=${quoted(subState)} has no prefix of who defined it: write prefix:value`;
    report.add('sub-state-prefix', element, message);
  }
  checkPrefix(element, 'subState', report);
  if (state !== undefined && state !== 'initial' && !target) {
    const message = `a segment that is ${quoted(state)} needs a <target>: add it, or set the state to initial`;
    report.add('state-needs-target', element, message);
  }
}

function checkLanguages(part: Part, { report, inherited, ...document }: UnitContext): void {
  for (const side of sides) {
    const text = part[side];
    if (!text) continue;
    const wanted = side === 'source' ? document.sourceLanguage : document.targetLanguage;
    if (side === 'target' && wanted === undefined) {
      report.add('target-language-missing', text, 'a file with a <target> needs trgLang on <xliff>: add it');
    }
    const own = attributeOf(text, 'lang', namespaces.xml);
    const language = own ?? inherited.language;
    if (language === undefined || wanted === undefined || language.toLowerCase() === wanted.toLowerCase())
      continue;
    const how = own === undefined ? 'inherits' : 'has';
    const attribute = side === 'source' ? 'srcLang' : 'trgLang';
    report.add(
      side === 'source' ? 'source-language' : 'target-language',
      text,
      `<${text.name}> ${how} xml:lang=${quoted(language)}, but ${attribute} is ${quoted(wanted)}: they must be equal`,
    );
  }
}

/** 2.1 dropped this one: there a source and its target may differ. */
function checkSpace({ source, target }: Part, { report, inherited }: UnitContext): void {
  if (!source || !target) return;
  const spaceOf = (text: XmlElement): string =>
    attributeOf(text, 'space', namespaces.xml) ?? inherited.space ?? 'default';
  if (spaceOf(source) !== 'preserve' || spaceOf(target) === 'preserve') return;
  report.add('target-space', target, 'the source has xml:space="preserve": set it on the <target> too');
}

/** Every target has a place of its own: the one it asks for, or that of its segment. */
function checkOrder({ parts }: InlineContent, report: Report): void {
  if (!parts.some(({ target }) => orderOf(target) !== undefined)) return;
  const places = new Map<number, Part>();
  for (const [index, part] of parts.entries()) {
    const asked = orderOf(part.target);
    if (asked !== undefined && (asked < 1 || asked > parts.length)) {
      const message = `order="${asked}" is beyond the ${parts.length} segments and ignorables of the unit: use 1 to ${parts.length}`;
      report.add('order-range', part.target ?? part.element, message);
      continue;
    }
    const place = asked ?? index + 1;
    if (places.has(place)) {
      const message = `two targets of the unit have the place ${place}: give each a place of its own with order`;
      report.add('order-unique', part.target ?? part.element, message);
    }
    places.set(place, part);
  }
}
