import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DtdValidator, XmlDocument, XmlDtd, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const files = {
  '2': `${shared}xliff/2.1/schemas/driver.xsd`,
  '1.2': `${shared}xliff/1.2/strict.xsd`,
  tmx: `${shared}tmx/tmx14.dtd`,
} as const;

/** Whether the schemas are not here, so that what needs them is skipped; say `../shared` in the name of the test. */
export const schemasAreMissing = !Object.values(files).every((file) => existsSync(file));

/** What a schema says against a document; nothing where it is valid. */
export type Validate = (xml: string) => string;

/** @param kind `2` for XLIFF 2.0 and 2.1 with all modules, `1.2` for the strict schema, `tmx` for the DTD of TMX 1.4b */
export function validatorOf(kind: keyof typeof files): Validate {
  xmlRegisterFsInputProviders();
  const file = files[kind];
  const validator =
    kind === 'tmx'
      ? new DtdValidator(XmlDtd.fromString(readFileSync(file, 'utf8')))
      : XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }));
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return '';
    } catch (error) {
      return String(error);
    } finally {
      document.dispose();
    }
  };
}
