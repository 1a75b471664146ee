import { type Locale, parseLocale } from '../model/locale.ts';
import { refuse } from '../xliff/refuse.ts';
import type { XliffState } from '../xliff/states.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import { returnedText, withoutIndentation } from './inline-text.ts';
import type { ReturnedReader, ReturnedSegment, Standing } from './returned.ts';

/**
 * XLIFF 1.x by the local names of its elements: tools mix the namespaces of 1.0 to 1.2 in one file.
 *
 * @throws DepecheError `invalid`, from all it does: see `readReturned`
 */
export function xliff1Reader(): ReturnedReader {
  const files = new Map<XmlElement, FileUnits>();
  return {
    isUnit(element, [, file, body, ...groups]) {
      return (
        isOf1(element, 'trans-unit') &&
        file !== undefined &&
        isOf1(file, 'file') &&
        body !== undefined &&
        isOf1(body, 'body') &&
        groups.every((group) => isOf1(group, 'group'))
      );
    },
    read(unit, [, file = unit]) {
      const known = files.get(file) ?? {
        phases: phasesIn(file),
        ids: new Set(),
        named: new Set(),
        segments: [],
      };
      files.set(file, known);
      const id = attributeOf(unit, 'id') ?? '';
      if (known.ids.has(id)) refuse(unit, `the id “${id}” is used by two units`);
      known.ids.add(id);
      known.named.add(attributeOf(unit, 'phase-name') ?? '');
      known.segments.push(segmentOf(unit, known.phases));
      return 1;
    },
    returned(root) {
      return elementsOf(root, 'file').map((file) => {
        // Each unit names the export again: some tools drop the header.
        const named = [...phasesIn(file).keys(), ...(files.get(file)?.named ?? [])];
        const sent = named.find((name) => /^e\d+-/u.test(name));
        return {
          id: dispatchOf(file),
          source: language(file, 'source-language'),
          target: language(file, 'target-language'),
          version: '1.2',
          ...(sent !== undefined && { export: sent }),
          segments: files.get(file)?.segments ?? [],
        };
      });
    },
  };
}

/** What is known of a `<file>` while its units come in; its header, which has the phases, stands before them. */
type FileUnits = {
  readonly phases: ReadonlyMap<string, Author>;
  readonly ids: Set<string>;
  /** The phases that the units name. */
  readonly named: Set<string>;
  readonly segments: ReturnedSegment[];
};

/** The elements of XLIFF 1 among the children; those of other vocabularies are passed over. */
function elementsOf(parent: XmlElement, local: string): XmlElement[] {
  return childrenOf(parent, local).filter((child) => isOf1(child, local));
}

function isOf1(element: XmlElement, local: string): boolean {
  const { uri } = element;
  return element.local === local && (uri === '' || uri.startsWith('urn:oasis:names:tc:xliff:document:1.'));
}

/** Tools that drop `product-name` keep `original`, whose stem is the id. */
function dispatchOf(file: XmlElement): string {
  const original = attributeOf(file, 'original') ?? '';
  const name = original.slice(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
  const stem = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;
  return (
    attributeOf(file, 'product-name') ??
    (stem || refuse(file, '<file> does not say which dispatch it is (product-name)'))
  );
}

function language(file: XmlElement, name: string): Locale {
  const written = attributeOf(file, name);
  return (
    parseLocale(written ?? '') ??
    refuse(
      file,
      `${name} is ${written === undefined ? 'not there' : `“${written}”`}: it must be a language tag`,
    )
  );
}

type Author = { readonly by?: string; readonly at?: string };

/** Who worked in which phase. */
function phasesIn(file: XmlElement): ReadonlyMap<string, Author> {
  const phases = elementsOf(file, 'header')
    .flatMap((header) => elementsOf(header, 'phase-group'))
    .flatMap((group) => elementsOf(group, 'phase'));
  return new Map(
    phases.map((phase) => {
      const by = attributeOf(phase, 'contact-name')?.trim();
      const at = attributeOf(phase, 'date') ?? '';
      return [attributeOf(phase, 'phase-name') ?? '', { ...(by && { by }), ...(isDate(at) && { at }) }];
    }),
  );
}

/** Lokalize writes the day alone. */
function isDate(written: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/u.test(written);
}

/** Whose notes are no person's: ours, and what a checker has to say of every unit. */
const programs = new Set(['depeche', 'pofilter']);

function segmentOf(unit: XmlElement, phases: ReadonlyMap<string, Author>): ReturnedSegment {
  const [source] = elementsOf(unit, 'source');
  const [target] = elementsOf(unit, 'target');
  const text = target && withoutIndentation(returnedText(target));
  const note = elementsOf(unit, 'note')
    .filter((each) => !programs.has(attributeOf(each, 'from') ?? ''))
    .map((each) => withoutIndentation(returnedText(each)))
    .filter((words) => words !== '')
    .join(' / ');
  return {
    id: attributeOf(unit, 'id') ?? '',
    source: source ? withoutIndentation(returnedText(source)) : '',
    ...(text !== undefined && { target: text }),
    standing: standingOf(attributeOf(unit, 'approved'), target && attributeOf(target, 'state')),
    ...(note !== '' && { note }),
    ...phases.get((target && attributeOf(target, 'phase-name')) ?? ''),
    line: unit.line,
  };
}

function standingOf(approved: string | undefined, written: string | undefined): Standing {
  const state = written === undefined ? undefined : stateFrom(written);
  const asksForWork = written !== undefined && (written === 'new' || written.startsWith('needs-'));
  return {
    ...(state && { state }),
    ...(approved !== undefined && { approved: approved === 'yes' }),
    ...(asksForWork && { mark: written }),
  };
}

function stateFrom(written: string): XliffState | undefined {
  switch (written) {
    case 'translated':
    case 'final':
      return written;
    case 'signed-off':
      return 'reviewed';
    default:
      return written === 'new' || written.startsWith('needs-') ? 'initial' : undefined;
  }
}
