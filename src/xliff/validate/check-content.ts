import type { XmlElement } from '../../xml/node.ts';
import { type ElementRule, otherNamespaces, type Particle } from './element-table.ts';
import { quoted, type Report } from './finding.ts';

const notBlank = /[^ \t\r\n]/u;

/** Whether a text is nothing but what stands between the children of such an element to make them readable. */
export function isLayout(text: string, rule: ElementRule): boolean {
  return !rule.text && rule.content.length > 0 && !notBlank.test(text);
}

/** How far the content of an element has come: at which of its places, with how many children there. */
export type Progress = { at: number; count: number };

/** Checks that a child may come next, and moves on to its place. */
export function takeChild(
  parent: XmlElement,
  child: XmlElement,
  rule: ElementRule,
  progress: Progress,
  report: Report,
): void {
  const { at, count } = progress;
  const place = nextPlace(rule.content, at, count, child, parent.uri);
  if (place === undefined) {
    addMisplaced(parent, child, rule, report);
    return;
  }
  reportMissing(parent, rule.content, at, place, count, report);
  progress.count = place === at ? count + 1 : 1;
  progress.at = place;
}

/** Checks, when an element closes, that it has all it needs. */
export function endContent(
  parent: XmlElement,
  rule: ElementRule,
  { at, count }: Progress,
  report: Report,
): void {
  reportMissing(parent, rule.content, at, rule.content.length, count, report);
}

/** Tells of text where none may be. */
export function addText(parent: XmlElement, text: string, report: Report): void {
  const message = `<${parent.name}> holds no text, but has ${quoted(text)}: remove it`;
  report.add('text-not-allowed', parent, message);
}

/** The place where a child fits: here, where there is room, or further on. */
function nextPlace(
  content: readonly Particle[],
  at: number,
  count: number,
  child: XmlElement,
  parentUri: string,
): number | undefined {
  for (let place = at; place < content.length; place += 1) {
    const particle = content[place];
    if (particle && fits(particle, child, parentUri) && (place > at || count < particle.most)) return place;
  }
  return undefined;
}

function fits({ names }: Particle, child: XmlElement, parentUri: string): boolean {
  if (child.uri === parentUri) return names.has(child.local);
  return names.has(`${child.uri} ${child.local}`) || (child.uri !== '' && names.has(otherNamespaces));
}

function addMisplaced(parent: XmlElement, child: XmlElement, rule: ElementRule, report: Report): void {
  const elsewhere = rule.content.some((particle) => fits(particle, child, parent.uri));
  const message = elsewhere
    ? `<${child.name}> stands in the wrong place in <${parent.name}>, or once too often: move or remove it`
    : `<${child.name}> must not stand in <${parent.name}>: move or remove it`;
  report.add(child.uri === parent.uri ? 'element-misplaced' : 'extension-element', child, message);
}

/** Tells of each place from `from` up to `to` that has fewer children than it needs. */
function reportMissing(
  parent: XmlElement,
  content: readonly Particle[],
  from: number,
  to: number,
  countAtFrom: number,
  report: Report,
): void {
  for (let place = from; place < to; place += 1) {
    const particle = content[place];
    if (!particle || (place === from ? countAtFrom : 0) >= particle.least) continue;
    const names = [...particle.names].map((name) => `<${name.split(' ').at(-1)}>`).join(' or ');
    report.add('element-missing', parent, `<${parent.name}> lacks ${names}: add it in its place`);
  }
}
