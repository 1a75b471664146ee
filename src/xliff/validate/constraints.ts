import { coreConstraints } from './core/constraints.ts';
import { moduleConstraints } from './modules/constraints.ts';
import { version12Constraints } from './version-1.2/constraints.ts';

/** One thing that the standard, or depeche on behalf of its machine, asks of a file. */
export type Constraint = {
  /** Where the standard has it: the number of the section, and its title or the name of the element or attribute. */
  readonly section: string;
  readonly meaning: string;
};

/** Asked of every file, whatever its version. The names are stable: other programs may look at them. */
const anyVersion = {
  'well-formed': {
    section: 'XML 1.0, 2.1',
    meaning: 'the file is well-formed XML with namespaces, to its last byte',
  },
  'document-type': {
    section: 'depeche',
    meaning: 'there is no DOCTYPE: entities of other people are a way to attack a reader',
  },
  'nesting-limit': { section: 'depeche', meaning: 'elements are nested no deeper than 60' },
  'root-element': {
    section: '4.2.2 xliff',
    meaning: 'the document begins with `<xliff>` in the namespace of a version',
  },
  'version-supported': { section: '4.3.1 version', meaning: 'the version is 1.2, 2.0 or 2.1' },
  'element-unknown': {
    section: '4.2 Elements',
    meaning: 'every element of XLIFF or a module is one that exists',
  },
  'element-misplaced': {
    section: '4.2 Elements',
    meaning: 'children are those the element takes, in their order, and no more than it takes',
  },
  'element-missing': { section: '4.2 Elements', meaning: 'an element has the children it needs' },
  'text-not-allowed': { section: '4.2 Elements', meaning: 'text is only in elements that hold text' },
  'attribute-unknown': { section: '4.3 Attributes', meaning: 'every attribute is one that its element has' },
  'attribute-missing': { section: '4.3 Attributes', meaning: 'an element has the attributes it needs' },
  'attribute-value': { section: '4.3 Attributes', meaning: 'the value of an attribute is of its type' },
  'id-syntax': { section: '4.3.1 id', meaning: 'an id is a name token (NMTOKEN)' },
  'xml-id-unique': {
    section: 'xml:id Version 1.0, 4',
    meaning: 'no two elements of a document have one xml:id',
  },
  'language-tag': {
    section: '4.3.1 srcLang, trgLang; 4.3.2 xml:lang',
    meaning: 'a language is given by a well-formed tag (BCP 47)',
  },
  'extension-element': {
    section: '4.9 Extension Mechanisms',
    meaning: 'elements of other namespaces stand only where the standard has an extension point',
  },
  'extension-attribute': {
    section: '4.9 Extension Mechanisms',
    meaning: 'attributes of other namespaces stand only on elements that take them',
  },
} as const satisfies Record<string, Constraint>;

/** All constraints, by their names. */
export const constraints = {
  ...anyVersion,
  ...coreConstraints,
  ...moduleConstraints,
  ...version12Constraints,
} as const satisfies Record<string, Constraint>;

export type ConstraintId = keyof typeof constraints;
