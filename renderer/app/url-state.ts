import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

/** Reads a value out of the address and writes it back. `undefined` from `read` means "not a value": the default is used. */
export type UrlField<Value> = {
  readonly usual: Value
  read(text: string): Value | undefined
  write(value: Value): string
}

export const urlText = (usual = ''): UrlField<string> => ({ usual, read: (text) => text, write: (value) => value })

export const urlChoice = <Value extends string>(choices: readonly Value[], usual: Value): UrlField<Value> => ({
  usual,
  read: (text) => choices.find((choice) => choice === text),
  write: (value) => value,
})

export const urlFlag = (usual = false): UrlField<boolean> => ({
  usual,
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  write: (value) => (value ? '1' : '0'),
})

/** Reads a list so that the same text gives the same list: what is drawn from it is not drawn again for nothing. */
export const oneList = <Item>(read: (text: string) => readonly Item[]): ((text: string) => readonly Item[]) => {
  let last: { readonly text: string; readonly list: readonly Item[] } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, list: read(text) }
    return last.list
  }
}

export const urlList = (usual: readonly string[] = []): UrlField<readonly string[]> => ({
  usual,
  read: oneList((text) => text.split(',').filter((part) => part !== '')),
  write: (value) => value.join(','),
})

type UrlFields = Readonly<Record<string, UrlField<unknown>>>
type FieldValue<Field> = Field extends UrlField<infer Value> ? Value : never
type UrlValues<Fields> = { readonly [Name in keyof Fields]: FieldValue<Fields[Name]> }

type ChangeOptions = {
  /** Replaces this stop on the way Back instead of adding one: for each letter of a search. */
  readonly replace?: boolean
}

/** The values in an address: for looking at one other than this page's. */
export const readUrlState = <Fields extends UrlFields>(fields: Fields, params: URLSearchParams): UrlValues<Fields> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const text = params.get(name)
      return [name, (text === null ? undefined : field.read(text)) ?? field.usual]
    }),
  ) as UrlValues<Fields>

/** Filters, sort and tab as part of the address, so Back works and a view is a link. Usual values are left out of it. */
export const changedParams = <Fields extends UrlFields>(
  fields: Fields,
  before: URLSearchParams,
  change: Partial<UrlValues<Fields>>,
): URLSearchParams => {
  const params = new URLSearchParams(before)
  for (const [name, value] of Object.entries(change)) {
    const field = fields[name]
    if (field === undefined || value === undefined) continue
    const text = field.write(value)
    if (text === field.write(field.usual)) params.delete(name)
    else params.set(name, text)
  }
  return params
}

/** The page's state in the address. Give it fields made once, outside the component. Never a name or an NHS number. */
export const useUrlState = <Fields extends UrlFields>(
  fields: Fields,
): readonly [UrlValues<Fields>, (change: Partial<UrlValues<Fields>>, options?: ChangeOptions) => void] => {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (next: Partial<UrlValues<Fields>>, options: ChangeOptions = {}): void => {
      setParams((before) => changedParams(fields, before, next), { replace: options.replace ?? false })
    },
    [fields, setParams],
  )
  return [readUrlState(fields, params), change]
}
