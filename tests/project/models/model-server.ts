import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { zstdCompressSync } from 'node:zlib';

/** A record of Firefox's catalogue; tests spoil what they like of it. */
export type CatalogueRecord = Record<string, unknown> & {
  attachment: Record<string, unknown>;
};

/** Models as their makers have them: records, packed files by their location, unpacked ones by their name. */
export type ModelSet = {
  readonly records: readonly CatalogueRecord[];
  readonly packed: ReadonlyMap<string, Buffer>;
  readonly unpacked: ReadonlyMap<string, Buffer>;
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that pack to about half, always the same for the same seed. */
export function invented(seed: string, size: number): Buffer {
  const pieces: Buffer[] = [];
  for (let length = 0, round = 0; length < size; round += 1) {
    const piece = createHash('sha256').update(`${seed} ${round}`).digest();
    pieces.push(piece, Buffer.alloc(32, piece[0]));
    length += 64;
  }
  return Buffer.concat(pieces).subarray(0, size);
}

/** A model whose weights have so many bytes. */
export function modelOf(
  pair: string,
  { version = '3.0', size = 300_000, architecture = 'base-memory' } = {},
): ModelSet {
  const [source = '', ...rest] = pair.split('-');
  const target = rest.join('-');
  const code = pair.replaceAll('-', '');
  const files = [
    { fileType: 'model', name: `model.${code}.intgemm.alphas.bin`, size },
    { fileType: 'vocab', name: `vocab.${code}.spm`, size: 20_000 },
    { fileType: 'lex', name: `lex.50.50.${code}.s2t.bin`, size: 50_000 },
  ];
  const packed = new Map<string, Buffer>();
  const unpacked = new Map<string, Buffer>();
  const records = files.map((file) => {
    const bytes = invented(`${file.name} ${file.fileType === 'vocab' ? '' : version}`, file.size);
    const attachment = zstdCompressSync(bytes);
    const location = `main-workspace/translations-models-v2/${sha256(attachment).slice(0, 32)}.zst`;
    packed.set(location, attachment);
    unpacked.set(file.name, bytes);
    return {
      id: sha256(bytes).slice(0, 8),
      name: file.name,
      fileType: file.fileType,
      sourceLanguage: source,
      targetLanguage: target,
      version,
      architecture,
      filter_expression: '',
      decompressedHash: sha256(bytes),
      decompressedSize: bytes.length,
      last_modified: 1_749_570_511_392,
      schema: 1_749_570_042_331,
      attachment: {
        hash: sha256(attachment),
        size: attachment.length,
        filename: `${file.name}.zst`,
        location,
        mimetype: 'application/zstd',
      },
    };
  });
  return { records, packed, unpacked };
}

export function together(...sets: readonly ModelSet[]): ModelSet {
  return {
    records: sets.flatMap(({ records }) => records),
    packed: new Map(sets.flatMap(({ packed }) => [...packed])),
    unpacked: new Map(sets.flatMap(({ unpacked }) => [...unpacked])),
  };
}

/** What a server may do in place of answering well. */
export type Fault =
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'hold'; readonly after: number }
  | { readonly kind: 'end'; readonly after: number }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'whole' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly etag?: string }
  | { readonly kind: 'chunks'; readonly bytes: Buffer }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'drip' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> };

export type Asked = { readonly path: string; readonly range?: string; readonly ifRange?: string };

export type ModelServer = {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Connections that are open. */
  connections(): Promise<number>;
  close(): Promise<void>;
};

/** A mirror on 127.0.0.1: `records.json` and the files, with ranges. It does what `fault` says of the nth request for a file. */
export async function startModelServer(
  { records, packed }: ModelSet,
  {
    fault = () => undefined,
    etag = (bytes) => `"${sha256(bytes).slice(0, 16)}"`,
  }: {
    fault?: (asked: Asked, nth: number) => Fault | undefined;
    etag?: (bytes: Buffer) => string | undefined;
  } = {},
): Promise<ModelServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const one = askedOf(request, path);
    asked.push(one);
    const bytes = path === 'records.json' ? Buffer.from(JSON.stringify({ data: records })) : packed.get(path);
    const nth = asked.filter((each) => each.path === path).length;
    answer(one, response, bytes, fault(one, nth), etag);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function askedOf({ headers }: IncomingMessage, path: string): Asked {
  const { range, 'if-range': ifRange } = headers;
  return { path, ...(range !== undefined && { range }), ...(typeof ifRange === 'string' && { ifRange }) };
}

function answer(
  { range, ifRange }: Asked,
  response: ServerResponse,
  original: Buffer | undefined,
  fault: Fault | undefined,
  etag: (bytes: Buffer) => string | undefined,
): void {
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'status') {
    response.writeHead(fault.status, fault.headers).end('<html>no file, whatever it looks like</html>');
    return;
  }
  const bytes = fault?.kind === 'bytes' || fault?.kind === 'chunks' ? fault.bytes : original;
  if (bytes === undefined) {
    response.writeHead(404).end();
    return;
  }
  const tag = fault?.kind === 'bytes' && fault.etag !== undefined ? fault.etag : etag(bytes);
  const from = /^bytes=(\d+)-$/u.exec(range ?? '')?.[1];
  const isPart = from !== undefined && fault?.kind !== 'whole' && (ifRange === undefined || ifRange === tag);
  const start = isPart ? Number(from) : 0;
  if (isPart && start >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = bytes.subarray(start);
  const headers: Record<string, string> = {
    ...(tag !== undefined && { etag: tag }),
    ...(isPart && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    ...(fault?.kind !== 'end' && fault?.kind !== 'chunks' && { 'content-length': String(body.length) }),
    ...(fault?.kind === 'headers' && fault.headers),
  };
  response.writeHead(isPart ? 206 : 200, headers);
  switch (fault?.kind) {
    case 'cut':
      response.write(body.subarray(0, fault.after), () => response.socket?.end());
      return;
    case 'hold':
      response.write(body.subarray(0, fault.after));
      return;
    case 'end':
      response.end(body.subarray(0, fault.after));
      return;
    case 'slow': {
      const each = Math.ceil(fault.bytesPerSecond / 200);
      let sent = 0;
      const timer = setInterval(() => {
        response.write(body.subarray(sent, sent + each));
        sent += each;
        if (sent < body.length) return;
        clearInterval(timer);
        response.end();
      }, 5);
      response.once('close', () => clearInterval(timer));
      return;
    }
    case 'drip': {
      let sent = 0;
      const timer = setInterval(() => response.write(body.subarray(sent, ++sent)), 5);
      response.once('close', () => clearInterval(timer));
      return;
    }
    default:
      response.end(body);
  }
}
