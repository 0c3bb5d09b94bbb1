const MOST_NAME = 120;
/** Names that some systems take for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name that is safe to show and to save under, made of one that a stranger chose: no folders, no control letters, no
 * marks that turn the direction of writing (`gpj.exe` would read `exe.jpg`), no leading dot, no device. It names no
 * place where anything is kept.
 */
export function safeFileName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const shown = DEVICE.test(plain) ? `_${plain}` : plain;
  return (shown.length > MOST_NAME ? shortened(shown) : shown) || 'file';
}

function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.slice(0, MOST_NAME - ending.length) + ending;
}
