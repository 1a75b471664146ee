/** The namespaces of XLIFF 2.1 and of the modules a master uses. The core kept the name of 2.0. */
export const namespaces = {
  core: 'urn:oasis:names:tc:xliff:document:2.0',
  glossary: 'urn:oasis:names:tc:xliff:glossary:2.0',
  matches: 'urn:oasis:names:tc:xliff:matches:2.0',
  metadata: 'urn:oasis:names:tc:xliff:metadata:2.0',
} as const;
