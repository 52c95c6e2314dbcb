import { useEffect } from 'react'

/**
 * The only words a window title may have. Titles are shown by the task switcher and kept by screen recorders, so they
 * come from this list and can carry no name.
 */
export const pageTitles = {
  unlock: 'Unlock',
  setUp: 'Set up',
  register: 'Register',
  addPerson: 'Add a person',
  editPerson: 'Edit a person',
  addDiagnosis: 'Add a diagnosis',
  editDiagnosis: 'Edit a diagnosis',
  person: 'Journey',
  handout: 'Paper to hand over',
  letters: 'Letters to chase',
  gapMeter: 'Gap meter',
  referrals: 'Referrals',
  careReviews: 'Care reviews',
  plan: 'Action plan',
  drivers: 'Driver diagram',
  measures: 'Measures',
  learning: 'Learning',
  analysis: 'Learning event analysis',
  contacts: 'Contacts',
  development: 'Learning and peers',
  planLogs: 'Plan logs',
  planReviews: 'Plan reviews',
  planReview: 'Plan review',
  boardPaper: 'Board paper',
  tasks: 'Tasks',
  today: 'Today',
  checks: 'Checks',
  duplicates: 'Duplicates',
  imports: 'Imports',
  newImport: 'New import',
  figures: 'Practice figures',
  newFigures: 'New practice figures',
  reconcile: 'Reconcile a list',
  toolkit: 'Toolkit',
  document: 'Toolkit document',
  reports: 'Reports',
  report: 'Network report',
  settings: 'Settings',
  notFound: 'Page not found',
} as const

export type PageTitle = keyof typeof pageTitles

/** Names the window after the page. */
export const usePageTitle = (page: PageTitle): void => {
  useEffect(() => {
    document.title = `${pageTitles[page]} - Throughline`
    return () => {
      document.title = 'Throughline'
    }
  }, [page])
}
