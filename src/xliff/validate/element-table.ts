import type { ValueType } from './value-types.ts';

export type AttributeRule = { readonly type: ValueType; readonly required: boolean };

/** Which attributes of other namespaces an element takes. `modules`: those of format style and size restriction. */
export type OtherAttributes = 'any' | 'any-but-xml' | 'modules' | 'none';

/** A place in the content of an element: what may stand there, and how often. */
export type Particle = {
  /** Names in the namespace of the parent, `uri name` for another's, or {@link otherNamespaces}. */
  readonly names: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
};

/** What the schema says of one element. */
export type ElementRule = {
  /** Those without a prefix, and those of XML: `xml:lang`. */
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  readonly required: readonly string[];
  readonly others: OtherAttributes;
  /** Whether text may stand between its children. */
  readonly text: boolean;
  /** In the order in which they must come. */
  readonly content: readonly Particle[];
};

/** The elements of one namespace, by name. */
export type ElementTable = ReadonlyMap<string, ElementRule>;

/** Stands for every element of a namespace that is not the parent's. */
export const otherNamespaces = '*';

export const required = (type: ValueType): AttributeRule => ({ type, required: true });
export const optional = (type: ValueType): AttributeRule => ({ type, required: false });

const particle = (least: number, most: number, names: readonly string[]): Particle => ({
  names: new Set(names),
  least,
  most,
});
export const one = (...names: string[]): Particle => particle(1, 1, names);
export const maybe = (...names: string[]): Particle => particle(0, 1, names);
export const some = (...names: string[]): Particle => particle(1, Number.POSITIVE_INFINITY, names);
export const many = (...names: string[]): Particle => particle(0, Number.POSITIVE_INFINITY, names);

export function element(shape: {
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  readonly others?: OtherAttributes;
  readonly text?: boolean;
  readonly content?: readonly Particle[];
}): ElementRule {
  const attributes = new Map(Object.entries(shape.attributes ?? {}));
  return {
    attributes,
    required: [...attributes].filter(([, rule]) => rule.required).map(([name]) => name),
    others: shape.others ?? 'none',
    text: shape.text ?? false,
    content: shape.content ?? [],
  };
}
