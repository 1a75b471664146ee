import { namespaces as masterNamespaces } from '../namespaces.ts';

/** The namespaces of XLIFF 1.2, of 2.0 and 2.1 with their modules, and of XML itself. */
export const namespaces = {
  ...masterNamespaces,
  xliff12: 'urn:oasis:names:tc:xliff:document:1.2',
  formatStyle: 'urn:oasis:names:tc:xliff:fs:2.0',
  resourceData: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
  sizeRestriction: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  /** A module of 2.0; an extension that 2.1 describes. */
  changeTracking: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  validation: 'urn:oasis:names:tc:xliff:validation:2.0',
  its: 'http://www.w3.org/2005/11/its',
  itsXliff: 'urn:oasis:names:tc:xliff:itsm:2.1',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;
