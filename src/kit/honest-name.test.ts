// Names of files from other people's machines.
import { expect, it } from 'vitest';
import { honestName } from './honest-name.ts';

it('keeps a good name', () => {
  expect(honestName('Menù di Natale.PDF', 'application/pdf')).toBe('Menù di Natale.PDF');
  expect(honestName('foto.jpeg', 'image/jpeg; charset=x')).toBe('foto.jpeg');
  expect(honestName('tabella.ods', 'application/vnd.oasis')).toBe('tabella.ods');
});

it('says what the file is', () => {
  expect(honestName('fattura.pdf', 'application/x-msdownload')).toBe('fattura.pdf.exe');
  expect(honestName('a1b2c3d4', 'image/png')).toBe('a1b2c3d4.png');
  expect(honestName('fattura\u202efdp.exe', 'application/x-msdownload')).toBe('fattura_fdp.exe');
});

it('leaves nothing that a system refuses or that leads elsewhere', () => {
  expect(honestName('../../etc/passwd', 'text/plain')).toBe('passwd.txt');
  expect(honestName('..\\..\\a:b?.png ', 'image/png')).toBe('a_b_.png');
  expect(honestName('...', 'application/octet-stream')).toBe('file');
  const long = honestName(`${'😀'.repeat(300)}.png`, 'image/png');
  expect([...long]).toHaveLength(100);
  expect(long).toMatch(/😀\.png$/u);
});
