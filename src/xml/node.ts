/** An attribute with its namespace resolved; `uri` is empty where it has no prefix. */
export type XmlAttribute = {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
};

/** Where a node begins; lines and columns count from 1. */
export type XmlPlace = { readonly line: number; readonly column: number };

export type XmlText = { readonly kind: 'text'; readonly text: string };

export type XmlElement = XmlPlace & {
  readonly kind: 'element';
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
};

export type XmlNode = XmlElement | XmlText;

/** An element that has just opened: whoever wants a tree puts its children into it. */
export type OpenXmlElement = XmlElement & { readonly children: XmlNode[] };
/** The value of an attribute without a namespace, or of one in the namespace `uri`. */
export function attributeOf(
  element: Pick<XmlElement, 'attributes'>,
  local: string,
  uri = '',
): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === local && attribute.uri === uri) return attribute.value;
  }
  return undefined;
}

/** The children of an element that are elements: those named `local`, and those in the namespace `uri`, where these are given. */
export function childrenOf(element: XmlElement, local?: string, uri?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if ((local === undefined || child.local === local) && (uri === undefined || child.uri === uri)) {
      found.push(child);
    }
  }
  return found;
}

/** All text under an element, in document order. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textIn(child))).join('');
}
