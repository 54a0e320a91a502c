/** What the disk and the pictures on it would not do, and what to do then. `{name}` is a file's name, `{folder}` a folder's path. */
export const files = {
  'picture-empty': 'The file is empty.',
  'picture-too-heavy': 'This picture is larger than {limit, number} MB. Save a smaller copy and add that.',
  'picture-too-large': 'This picture has {width, number} × {height, number} pixels; at most {limit, number} megapixels can be used. Save a smaller copy and add that.',
  'picture-truncated': 'This {kind} file is cut off or damaged. Copy it again from where it came.',
  'picture-svg': 'SVG drawings cannot be used as pictures. Save the drawing as PNG and add that.',
  'picture-heic': 'HEIC photographs cannot be shown on web pages. Save the photograph as JPEG and add that.',
  'picture-tiff': 'TIFF files (and camera raw files) cannot be shown on web pages. Save the picture as JPEG and add that.',
  'picture-bmp': 'BMP files are not used on web pages. Save the picture as PNG and add that.',
  'picture-pdf': 'This is a PDF document, not a picture.',
  'picture-jxl': 'Few browsers can show JPEG XL yet. Save the picture as JPEG and add that.',
  'picture-unknown': 'This file is no picture Galley knows. JPEG, PNG, WebP, GIF and AVIF can be used.',
  'store-not-writable': 'The picture {name} could not be kept in {folder}: {reason}. Make sure that the disk has room and the folder can be written to.',
  'import-missing': '{name} is not there any more.',
  'import-too-large': '{name} is larger than {limit, number} MB, which is more than any article. It was not read.',
  'reason-no-room': 'the disk is full',
  'reason-code': 'the system says {code}',
} as const;
