// Tiny files to send when nobody gave one.

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

export interface SampleFile {
  mimeType: string;
  bytes: Buffer;
  fileName: string;
}

export function sampleFile(type: string): SampleFile {
  switch (type) {
    case 'image':
      return { mimeType: 'image/png', bytes: Buffer.from(PNG, 'base64'), fileName: 'photo.png' };
    case 'document':
      return { mimeType: 'application/pdf', bytes: Buffer.from(PDF), fileName: 'document.pdf' };
    case 'audio':
      return { mimeType: 'audio/ogg', bytes: Buffer.from('OggS'), fileName: 'voice.ogg' };
    case 'video':
      return { mimeType: 'video/mp4', bytes: Buffer.from('ftypisom'), fileName: 'video.mp4' };
    default:
      return { mimeType: 'image/webp', bytes: Buffer.from('RIFF    WEBP'), fileName: 'sticker.webp' };
  }
}
