/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Characters that Windows refuses; some of them would lead to another folder. */
const FORBIDDEN = '<>:"/\\|?*'

const isAllowedCharacter = (character: string): boolean => character >= ' ' && !FORBIDDEN.includes(character)

/** True for a plain base name that every system we run on can store. */
export const isPlainFileName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 120 &&
  [...name].every(isAllowedCharacter) &&
  !DEVICE_NAME.test(name) &&
  !name.startsWith('.') &&
  !/[. ]$/.test(name)
