/** Joins the class names that are set, so that a condition can be written in place. */
export const classNames = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
