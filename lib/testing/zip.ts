import { deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string;
  content?: string | Buffer;
  /** The size it claims to have unpacked, where that is a lie. */
  claims?: number;
  isEncrypted?: boolean;
  /** Packed already; many entries may share one body. */
  packed?: Buffer;
};

const CENTRAL = 46;
const LOCAL = 30;

/** An archive of these entries, as they are said to be; its checksums are left out. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', claims, isEncrypted = false, packed } of entries) {
    const body = Buffer.from(content);
    const bytes = packed ?? deflateRawSync(body);
    const fileName = Buffer.from(name);
    const flags = isEncrypted ? 0x0801 : 0x0800;
    const size = claims ?? body.length;

    const local = Buffer.alloc(LOCAL);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(fileName.length, 26);
    locals.push(local, fileName, bytes);

    const record = Buffer.alloc(CENTRAL);
    record.write('PK\x01\x02', 'latin1');
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(bytes.length, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(fileName.length, 28);
    record.writeUInt32LE(at, 42);
    central.push(record, fileName);
    at += LOCAL + fileName.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const MAIN = 'application/vnd.openxmlformats-officedocument';
export const DOCX_TYPE = `${MAIN}.wordprocessingml.document.main+xml`;
export const XLSX_TYPE = `${MAIN}.spreadsheetml.sheet.main+xml`;

/** A small document of an Office kind, with further parts. */
export function makeOffice(
  mainType: string,
  more: readonly ZipEntry[] = [],
  part = 'word/document.xml',
): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/${part}" ContentType="${mainType}"/></Types>`;
  return makeZip([
    { name: '[Content_Types].xml', content: types },
    { name: part, content: '<document/>' },
    ...more,
  ]);
}
