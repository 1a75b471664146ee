import { rm } from 'node:fs/promises';
import { DepecheError } from '../../model/errors.ts';
import type { Config } from '../config-schema.ts';
import { shownAddress } from './address.ts';
import { readCatalogue } from './catalogue.ts';
import { download, downloadText, type Line } from './download.ts';
import { hashOfFile } from './file-hash.ts';
import { claimDownload, releaseDownload, sweepDownloads } from './pending-download.ts';
import type { Supply } from './supply.ts';
import { writeExpected } from './unpack.ts';

export type Mirror = NonNullable<NonNullable<Config['providers']['fxtranslate']>['mirror']>;

/** Where Firefox itself gets its models. */
const mozilla: Mirror = {
  catalogue:
    'https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records',
  files: 'https://firefox-settings-attachments.cdn.mozilla.net/',
};

/** The catalogue under an address that has it all, and in a folder. */
export const catalogueName = 'records.json';

/** Mozilla's has a third of a megabyte. */
export const mostCatalogueBytes = 16 * 1024 * 1024;

/**
 * What a server offers.
 *
 * @param incoming the folder of pending downloads
 * @throws DepecheError `refused` or `unreadable` where its catalogue cannot be got, `invalid` where it is none
 */
export async function openOnlineSupply(
  mirror: Mirror = mozilla,
  incoming: string,
  line: Line,
): Promise<Supply> {
  const { catalogue, files } = addressesOf(mirror);
  const text = await downloadText(catalogue, mostCatalogueBytes, line);
  const { models, refused } = inCatalogue(shownAddress(catalogue), () => readCatalogue(text));
  return {
    name: files.host,
    models,
    refused,
    async bring(_, file, to, { signal, onBytes }) {
      const { packed } = file;
      if (packed === undefined) throw new DepecheError('invalid', `${file.name} is not in the catalogue`);
      const url = new URL(packed.location, files);
      // What was begun by another run may be spoiled: it is got anew once
      for (let isFresh = false; ; isFresh = true) {
        const pending = await claimDownload(incoming, packed.sha256);
        try {
          const data = await download(url, packed.size, pending, { ...line, signal, onBytes });
          if ((await hashOfFile(data, signal)) === packed.sha256) {
            const size = await writeExpected(data, to, file, { packed: true, signal });
            await rm(pending, { recursive: true, force: true });
            await sweepDownloads(incoming, packed.sha256);
            return size;
          }
        } catch (error) {
          if (isWorthKeeping(error)) await releaseDownload(incoming, pending, packed.sha256);
          else await rm(pending, { recursive: true, force: true });
          throw error;
        }
        await rm(pending, { recursive: true, force: true });
        if (isFresh) {
          throw new DepecheError(
            'invalid',
            `${shownAddress(url)} is not the file that the catalogue names: its SHA-256 differs`,
          );
        }
      }
    },
  };
}

/** A full disk is not filled further, and what proved wrong is of no use. */
function isWorthKeeping(error: unknown): boolean {
  return !(error instanceof DepecheError) || error.code === 'refused' || error.code === 'interrupted';
}

function addressesOf(mirror: Mirror): { readonly catalogue: URL; readonly files: URL } {
  if (typeof mirror !== 'string') {
    return { catalogue: new URL(mirror.catalogue), files: folderAddress(mirror.files) };
  }
  const files = folderAddress(mirror);
  return { catalogue: new URL(catalogueName, files), files };
}

/** With a slash at its end, without which its last step would be replaced. */
function folderAddress(text: string): URL {
  const url = new URL(text);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** The same, with errors that tell of which catalogue. */
export function inCatalogue<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof DepecheError ? error.in(name) : error;
  }
}
