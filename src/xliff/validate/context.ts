import type { XmlElement } from '../../xml/node.ts';
import type { Report } from './finding.ts';

/** What an element hands down to everything in it. */
export type Inherited = {
  readonly language: string | undefined;
  readonly space: string | undefined;
  /** The ITS attributes that reach down: `version`, and the ratings that thresholds belong to. */
  readonly its: ReadonlySet<string>;
  /** The data categories of ITS whose tool is named by `its:annotatorsRef`. */
  readonly annotated: ReadonlySet<string>;
};

/** What is known of a `<file>` while it is read; what points forward waits in it until its end. */
export type FileRecord = {
  readonly element: XmlElement;
  readonly id: string | undefined;
  readonly units: Set<string>;
  readonly groups: Set<string>;
  readonly resources: Set<string>;
  readonly subFlows: { readonly from: XmlElement; readonly attribute: string; readonly unit: string }[];
  readonly resourceReferences: XmlElement[];
  /** The profiles that sizes are measured by; empty where the file names none. */
  profiles: { readonly general: string; readonly storage: string };
  /** The ids in the `<slr:data>` of an element. */
  readonly sizeData: WeakMap<XmlElement, Set<string>>;
  /** The standoff lists of ITS in an element, each as its name and id. */
  readonly standoff: WeakMap<XmlElement, Set<string>>;
};

/** What the rules for units need to know of the document around them. */
export type UnitContext = {
  readonly report: Report;
  /** `2.0` or `2.1`. */
  readonly version: string;
  readonly sourceLanguage: string | undefined;
  readonly targetLanguage: string | undefined;
  /** Prefixes that fragment identifiers may use for extensions. */
  readonly extensionPrefixes: ReadonlySet<string>;
  readonly file: FileRecord;
  /** The elements around the unit, from the outermost on. */
  readonly ancestors: readonly XmlElement[];
  /** What reaches the content of the unit. */
  readonly inherited: Inherited;
};
