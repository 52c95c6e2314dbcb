/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Characters that Windows refuses, and those that would lead to another folder. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/

/** True for a plain base name that every system we run on can store. */
export const isPlainFileName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 120 &&
  !FORBIDDEN.test(name) &&
  !DEVICE_NAME.test(name) &&
  !name.startsWith('.') &&
  !/[. ]$/.test(name)
