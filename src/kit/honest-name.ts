// Names of files that any system can write and that say truly what the file is.

/** Endings that fit a type; the first is added where none of them is there. */
const ENDINGS: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'video/mp4': ['mp4', 'm4v'],
  'video/3gpp': ['3gp'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/x-m4a': ['m4a'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/opus': ['opus', 'ogg'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/x-msdownload': ['exe', 'dll'],
  'text/plain': ['txt', 'csv', 'md', 'log', 'json'],
  'text/csv': ['csv', 'txt'],
  'text/html': ['html', 'htm'],
  'image/svg+xml': ['svg'],
};
const LONGEST = 100;

/** `name` without folders and characters that some system refuses, with an ending that fits `mimeType`. */
export function honestName(name: string, mimeType: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  const { stem, ending } = parted(plain || 'file');
  const fitting = ENDINGS[mimeType.split(';')[0]!.trim().toLowerCase()];
  if (fitting && !fitting.includes(ending.toLowerCase()))
    return `${cut(plain || 'file', LONGEST - fitting[0]!.length - 1)}.${fitting[0]}`;
  return ending ? `${cut(stem, LONGEST - ending.length - 1)}.${ending}` : cut(stem, LONGEST);
}

function parted(name: string): { stem: string; ending: string } {
  const found = /^(.+)\.([\p{L}\p{N}]{1,10})$/u.exec(name);
  return found ? { stem: found[1]!, ending: found[2]! } : { stem: name, ending: '' };
}

/** By whole characters: half a surrogate pair is no name. */
function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
