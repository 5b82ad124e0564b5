// GSM 03.38: the basic alphabet, and what takes two places in it.
const basic = /^[\w@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà\r\n]*$/;
const extended = /[\^{}\\[\]~|€]/g;

/** How many messages a text is sent as: 160 or 70 characters in one, 153 or 67 in each of several (GSM 03.38, 03.40). */
export function smsParts(text: string): number {
  const doubled = text.match(extended)?.length ?? 0;
  if (basic.test(text.replaceAll(extended, ''))) return parts(text.length + doubled, 160, 153);
  return parts(text.length, 70, 67);
}

const parts = (length: number, alone: number, each: number): number => (length <= alone ? 1 : Math.ceil(length / each));
