import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { onTestFinished } from 'vitest';

/** A report read by an XML parser that is not ours: what it takes for text is text. */
export type ReportPage = {
  /** The elements an XPath finds. */
  find(xpath: string): XmlElement[];
  /** The texts of what an XPath finds. */
  texts(xpath: string): string[];
  /** The values of an attribute, wherever it stands. */
  values(attribute: string): string[];
};

export function openReport(html: string): ReportPage {
  const document = XmlDocument.fromString(html);
  onTestFinished(() => document.dispose());
  const { root } = document;
  return {
    find: (xpath) => root.find(xpath).filter((node) => node instanceof XmlElement),
    texts: (xpath) => root.find(xpath).map((node) => node.content),
    values: (attribute) => root.find(`//@${attribute}`).map((node) => node.content),
  };
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
