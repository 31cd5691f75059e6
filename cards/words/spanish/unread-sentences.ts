import type { Opening } from './in-turn.ts';

const END = '(?: |$)';
const from = (pattern: string): RegExp => new RegExp(`^${pattern}${END}`);

/** Why a file was not read, and what to send instead. */
export const UNREAD: readonly Opening[] = [
  [from('The file is damaged, so I could not read it\\.'), () => 'El archivo está dañado y no pude leerlo.'],
  [
    from('It is locked with a password\\. Send me a copy without one\\.'),
    () => 'Tiene contraseña. Mándame una copia sin ella.',
  ],
  [
    from(
      'It holds pictures of pages but no text \\(a scan, perhaps\\), so I can’t search it\\. Send me a PDF with text in it\\.',
    ),
    () =>
      'Trae imágenes de páginas pero no texto (quizá es un escaneo), así que no puedo buscar en él. Mándame un PDF con texto.',
  ],
  [
    from('I can’t read pictures\\. Send it again with a line that says what it shows, and I keep that\\.'),
    () => 'No puedo leer imágenes. Mándala otra vez con una línea que diga qué muestra, y guardo eso.',
  ],
  [
    from('It is empty: 0 bytes came\\. Perhaps it was cut off on its way; send it once more\\.'),
    () => 'Llegó vacío. Quizá se cortó en el camino; mándalo otra vez.',
  ],
  [from('There is no text in it\\.'), () => 'No trae texto.'],
  [
    from('It holds more text than I can read at once \\((.+?) characters\\)\\.'),
    (most) => `Trae más texto del que puedo leer de una vez (${most} caracteres).`,
  ],
  [
    from('It holds more lines than I can read at once \\((.+?)\\)\\.'),
    (most) => `Trae más líneas de las que puedo leer de una vez (${most}).`,
  ],
  [
    from('It has (.+?) pages; I read at most (\\d+)\\.'),
    (has, most) => `Tiene ${has} páginas; leo ${most} como máximo.`,
  ],
  [from('Send me the part that matters\\.'), () => 'Mándame la parte que importa.'],
  [
    from('It unpacks to far more than a document should, so I (?:stopped reading it|left it alone)\\.'),
    () => 'Al abrirlo ocupa mucho más de lo que debería un documento, así que lo dejé.',
  ],
  [
    from('It is larger than (\\d+) MB, the most I take\\.'),
    (most) => `Pesa más de ${most} MB, que es lo máximo que recibo.`,
  ],
  [
    from('It took too long to read, so I stopped\\. Send me a simpler copy\\.'),
    () => 'Tardaba demasiado en leerse y me detuve. Mándame una copia más sencilla.',
  ],
  [from('It is named a PDF but is not one\\.'), () => 'Se llama PDF, pero no lo es.'],
  [from('It is named a Word document but is not one\\.'), () => 'Se llama documento de Word, pero no lo es.'],
  [from("I can't read that kind of file\\."), () => 'No puedo leer ese tipo de archivo.'],
  [
    from('It is a ZIP archive: send me the files in it one by one\\.'),
    () => 'Es un archivo ZIP: mándame uno por uno los archivos que trae.',
  ],
  [from('It is a spreadsheet\\.'), () => 'Es una hoja de cálculo.'],
  [from('It is a slide show\\.'), () => 'Es una presentación.'],
  [from('It is an e-book\\.'), () => 'Es un libro electrónico.'],
  [from('It is an OpenDocument file\\.'), () => 'Es un archivo OpenDocument.'],
  [from('Save it as PDF and send me that\\.'), () => 'Guárdalo como PDF y mándamelo.'],
  [from('Save it as PDF or \\.docx and send me that\\.'), () => 'Guárdalo como PDF o .docx y mándamelo.'],
  [from('It is in an old Office format\\.'), () => 'Está en un formato antiguo de Office.'],
  [from('It is in Rich Text\\.'), () => 'Está en formato RTF.'],
  [
    from('It is a picture as new phones keep them\\. Send it as a JPEG, with a line that says what it shows\\.'),
    () => 'Es una imagen en el formato de los teléfonos nuevos. Mándala en JPEG, con una línea que diga qué muestra.',
  ],
  [
    from(
      'I read PDF, Word \\(\\.docx\\), web pages, Markdown, plain text, calendars \\(\\.ics\\), e-mails \\(\\.eml\\) and pictures with a caption\\.',
    ),
    () =>
      'Leo PDF, Word (.docx), páginas web, Markdown, texto, calendarios (.ics), correos (.eml) e imágenes con una línea que diga qué muestran.',
  ],
];
