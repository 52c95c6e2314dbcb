import { urlText } from '#renderer/app/url-state.ts'

/** Where in a review somebody is: the id of an action, or the summary. Empty: the first that is yet to be dealt with. */
export const REVIEW_ADDRESS = { at: urlText('') }

export const SUMMARY = 'summary'

export const REVIEWS_ADDRESS = {
  /** A plan other than the one that is worked with. */
  plan: urlText(''),
}

export const reviewPath = (id: string): string => `/plan/reviews/${id}`
export const paperPath = (id: string): string => `/plan/reviews/${id}/paper`
