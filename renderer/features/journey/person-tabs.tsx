import type { ComponentType } from 'react'
import { ReviewsTab } from '#renderer/features/care/public.ts'
import { HistoryTab } from '#renderer/features/history/public.ts'
import { LettersCount, LettersTab } from '#renderer/features/letters/public.ts'
import { DetailsTab } from '#renderer/features/register/public.ts'
import { TasksCount, TasksTab } from '#renderer/features/tasks/public.ts'
import { JourneyTab } from './journey-tab.tsx'

/** A page of one person. What stands in its place comes from the feature that owns it. */
export interface PersonTab {
  /** As in the address: `/people/:id/letters`. */
  readonly id: 'journey' | 'reviews' | 'letters' | 'tasks' | 'details' | 'history'
  readonly label: string
  readonly Panel: ComponentType<{ readonly personId: string }>
  /** What stands after the label, from a query of its own, so that no tab waits for another. */
  readonly Count?: ComponentType<{ readonly personId: string }>
}

/** The pages of a person from left to right. */
export const PERSON_TABS: readonly PersonTab[] = [
  { id: 'journey', label: 'Journey', Panel: JourneyTab },
  { id: 'reviews', label: 'Care reviews', Panel: ReviewsTab },
  { id: 'letters', label: 'Letters', Panel: LettersTab, Count: LettersCount },
  { id: 'tasks', label: 'Tasks', Panel: TasksTab, Count: TasksCount },
  { id: 'details', label: 'Details', Panel: DetailsTab },
  { id: 'history', label: 'History', Panel: HistoryTab },
]

/** The page that an address names, if there is such a page. */
export const personTabOf = (id: string | undefined): PersonTab | undefined => PERSON_TABS.find((tab) => tab.id === id)
