import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const shared = fileURLToPath(new URL('../../../shared/xliff/', import.meta.url));

/** Whether the schemas of the OASIS committee lie beside this checkout. */
export const schemasAreThere = existsSync(shared);

/** What a schema says against a document; nothing where it is valid. The schema is read when it is first asked. */
export function schemaAt(path: string): (xml: string) => string {
  let validator: XsdValidator | undefined;
  const load = (): XsdValidator => {
    xmlRegisterFsInputProviders();
    const url = `${shared}${path}`;
    return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }));
  };
  return (xml) => {
    validator ??= load();
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return '';
    } catch (error) {
      return String(error);
    } finally {
      document?.dispose();
    }
  };
}
