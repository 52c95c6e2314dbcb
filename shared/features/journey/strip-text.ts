/**
 * How wide words are drawn, so that labels can be placed before anything is painted, and the same way in a test as in
 * a window. Advance widths of Source Sans 3 in hundredths of the type size, for the characters from space to tilde,
 * measured from the font at both weights that the strip uses.
 */
const REGULAR = [
  20, 29, 43, 50, 50, 82, 61, 25, 30, 30, 42, 50, 25, 31, 25, 35, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 25, 25, 50,
  50, 50, 42, 85, 54, 59, 57, 61, 53, 49, 62, 65, 26, 48, 58, 49, 73, 65, 66, 57, 66, 57, 53, 54, 64, 51, 79, 51, 48,
  54, 30, 35, 30, 50, 50, 54, 50, 55, 46, 55, 50, 29, 50, 54, 25, 25, 49, 25, 83, 55, 54, 55, 55, 35, 42, 34, 54, 47,
  72, 45, 47, 42, 30, 24, 30, 50,
]
const BOLD = [
  20, 33, 51, 52, 52, 85, 65, 29, 33, 33, 45, 52, 29, 33, 29, 34, 52, 52, 52, 52, 52, 52, 52, 52, 52, 52, 29, 29, 52,
  52, 52, 45, 89, 56, 60, 58, 63, 54, 52, 63, 67, 29, 50, 61, 51, 75, 66, 68, 59, 68, 60, 55, 55, 66, 55, 81, 55, 51,
  54, 33, 34, 33, 52, 50, 55, 52, 57, 46, 57, 51, 33, 53, 56, 27, 27, 53, 28, 85, 57, 55, 57, 57, 39, 44, 37, 56, 51,
  76, 50, 51, 45, 33, 26, 33, 52,
]
/** Letters outside the table are taken as wide ones: a label may have room to spare, but never too little. */
const UNKNOWN = 70
/** The type of the strip at 100 % text size. */
const TYPE_SIZE = 14

/** Width in px of one line of the strip's type. `scale` is 1 at 100 % text size. */
export const textWidth = (text: string, weight: 'regular' | 'bold', scale: number): number => {
  const widths = weight === 'bold' ? BOLD : REGULAR
  let hundredths = 0
  for (const character of text) hundredths += widths[character.charCodeAt(0) - 32] ?? UNKNOWN
  return (hundredths / 100) * TYPE_SIZE * scale
}
