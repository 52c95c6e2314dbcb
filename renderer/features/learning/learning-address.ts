import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import { LEARNING_THEMES, LEARNING_VIEWS } from '#shared/features/learning/codes.ts'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { LEARNING_REASONS } from '#shared/features/learning/suggestions.ts'

/** Lengths of time that the themes are counted over. */
export const LEARNING_SPANS = [
  { code: '12', label: 'Last 12 months', months: 12 },
  { code: '36', label: 'Last 3 years', months: 36 },
  { code: '120', label: 'Last 10 years', months: 120 },
] as const

export const LEARNING_ADDRESS = {
  view: urlChoice(
    LEARNING_VIEWS.map(({ code }) => code),
    'suggested',
  ),
  theme: urlText('any'),
  reason: urlText('any'),
  span: urlChoice(
    LEARNING_SPANS.map(({ code }) => code),
    '12',
  ),
}

/** The theme or reason that the address names, or null for any. */
export const themeOf = (text: string): LearningRow['themes'][number] | null =>
  LEARNING_THEMES.find(({ code }) => code === text)?.code ?? null
export const reasonOf = (text: string): LearningRow['reasons'][number] | null =>
  LEARNING_REASONS.find(({ code }) => code === text)?.code ?? null

/** Where an analysis is written. */
export const analysisPath = (personId: string, id: string): string => `/learning/${personId}/${id}`
