/** Names of XMP properties that hold a place on the map, or say which camera took the picture. */
const privateName = String.raw`(?:[\w.-]+:)?(?:GPS[\w.-]*|(?:Body|Lens|Camera|Internal|Flash|Owner)*SerialNumber\d*|LensSerial|CameraOwnerName|ImageUniqueID|(?:Maker|Device)Note\w*)`;
const attribute = new RegExp(String.raw`(\s${privateName}\s*=\s*)("[^"]*"|'[^']*')`, 'gi');
const element = new RegExp(String.raw`(<(${privateName})(?:\s[^>]*)?>)([\s\S]*?)(?=</\2\s*>)`, 'gi');

/** The names again, to see whether one is left that was not understood. */
const leftOver = new RegExp(String.raw`(?:${privateName})\s*(?:=\s*["']\s*[^"'\s]|(?:\s[^>]*)?>\s*[^<\s])`, 'i');

/** Bytes beyond which a packet is removed instead of searched. */
const longest = 1_000_000;

/**
 * Blanks places and serial numbers in an XMP packet, in place and with the same number of bytes.
 * Works on Latin-1 of the bytes, so that UTF-8 text keeps its length.
 * @returns false where the packet cannot be searched (another encoding, CDATA or entities, a name that is left over)
 */
export function blankPrivateXmp(packet: Uint8Array): boolean {
  if (packet.length > longest) return false;
  const text = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength).toString('latin1');
  if (text.includes('\0') || /<!\[CDATA\[|<!ENTITY|<!DOCTYPE/i.test(text)) return false;
  let isUnclear = false;
  const blanked = text
    .replace(element, (_, open: string, _name: string, content: string) => {
      // A value in an attribute of an inner tag: nobody writes it so, and blanking it blindly would break the packet.
      isUnclear ||= /<[^>]*=/.test(content);
      return open + blankText(content);
    })
    .replace(attribute, (_, before: string, value: string) => `${before}${value.slice(0, 1)}${' '.repeat(value.length - 2)}${value.slice(-1)}`);
  if (isUnclear || blanked.length !== text.length || leftOver.test(blanked)) return false;
  packet.set(Buffer.from(blanked, 'latin1'));
  return true;
}

/** Text between tags becomes blanks; the tags stay, so that the packet stays well-formed. */
const blankText = (content: string): string => content.replace(/(<[^>]*>)|[^<]/g, (whole, tag: string | undefined) => tag ?? ' '.repeat(whole.length));
