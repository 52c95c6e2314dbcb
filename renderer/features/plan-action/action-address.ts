import { urlChoice, urlText } from '#renderer/app/url-state.ts'

/** What the page of an action keeps in its address. */
export const actionAddress = {
  view: urlChoice(['chart', 'table'], 'chart'),
  /** Code of the measure that is shown; empty: the first. */
  measure: urlText(''),
}

/** Where the page of an action is. */
export const actionPath = (id: string): string => `/plan/actions/${id}`

/** What the driver diagram keeps in its address. */
export const driversAddress = { view: urlChoice(['diagram', 'list'], 'diagram') }
