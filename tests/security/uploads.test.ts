import { expect, it } from 'vitest';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import { fileStore } from '../../server/src/platform/files/file-store.ts';
import { FileKindRefused, keepUpload } from '../../server/src/platform/files/upload.service.ts';
import { ArchiveRefused, unzip, zip } from '../../server/src/platform/files/zip.ts';
import { PORTALS } from '../../server/src/platform/http/portals.ts';
import { TestApp } from '../support/app.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The beginnings of kinds of files that are no tables. */
const OTHERS: Readonly<Record<string, Uint8Array>> = {
  'a PDF': bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'),
  'a PNG': bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
  'a GIF': bytes('GIF89a\x01\x02'),
  'a JPEG': bytes('\xff\xd8\xff\xe0\x00\x10JFIF'),
  'a Windows program': bytes('MZ\x90\x00\x03'),
  'a Linux program': bytes('\x7fELF\x02\x01\x01'),
  'an old Excel sheet': bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  'a gzip': bytes('\x1f\x8b\x08\x00'),
  'a RAR': bytes('Rar!\x1a\x07\x01'),
  'a web page': bytes('\n <!DOCTYPE html><script>alert(1)</script>'),
  'a picture that runs': bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a script': bytes('#!/bin/sh\nrm -rf /'),
};

it('judges what is handed in by its content, whatever it is called, and says so', async () => {
  const app = await TestApp.start();
  try {
    for (const [kind, content] of Object.entries(OTHERS)) {
      const kept = app.database.transact(systemActor('test'), (work) => keepUpload(work, 'items.csv', content));
      const refusal: unknown = await kept.catch((error: unknown) => error);
      expect(refusal, kind).toBeInstanceOf(FileKindRefused);
      expect((refusal as FileKindRefused).messageIn('en')).toBe('items.csv is neither a CSV text nor a zip archive');
    }
    expect(await app.owner.query('select id from platform_upload')).toEqual([]);
  } finally {
    await app.close();
  }
});

it('keeps a file under a name of ours, outside of everything that is served', async () => {
  const store = fileStore();
  await expect(store.write('../../portals/admin/dist/x.js', bytes('x'))).rejects.toThrow('named by a uuid');
  expect(() => store.read('/etc/passwd')).toThrow('named by a uuid');
  const [where] = Object.values(store as unknown as { folder: string });
  for (const portal of PORTALS) expect(where).not.toContain(`portals/${portal}`);
});

it('opens no archive that would fill the disk, or that lies about itself', () => {
  const bomb = zip([{ name: 'zeros.csv', bytes: new Uint8Array(50_000_000) }]);
  expect(bomb.byteLength).toBeLessThan(100_000);
  expect(() => unzip(bomb, 10_000_000)).toThrow(ArchiveRefused);
  const many = zip(Array.from({ length: 300 }, (_, n) => ({ name: `${n}.csv`, bytes: bytes('a') })));
  expect(() => unzip(many, 1_000_000)).toThrow('it has too many files');
  const lying = Buffer.from(bomb);
  const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(10, entry + 24);
  expect(() => unzip(lying, 10_000_000)).toThrow(ArchiveRefused);
  expect(unzip(zip([{ name: '../../etc/cron.d/x.csv', bytes: bytes('a') }]), 100)[0]?.name).toBe('x.csv');
});
