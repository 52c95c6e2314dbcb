/** How far an analysis has come. One that was set aside is kept, so that it is not suggested again. */
export const LEARNING_STATES = [
  { code: 'draft', label: 'Draft' },
  { code: 'discussed', label: 'Discussed' },
  { code: 'closed', label: 'Closed' },
  { code: 'set_aside', label: 'Set aside' },
] as const

/**
 * What an analysis found to learn about. An analysis may have several.
 *
 * Source: the themes of the significant event audits in the Greater Midlands Cancer Network report of March 2010, with
 * communication, which that report has among its questions.
 */
export const LEARNING_THEMES = [
  { code: 'patient_delay', label: 'The person waited to come' },
  { code: 'cancer_not_thought_of', label: 'Cancer was not thought of' },
  { code: 'results', label: 'Handling of results' },
  { code: 'safety_netting', label: 'Follow-up and safety netting' },
  { code: 'referral', label: 'Referral process' },
  { code: 'hospital_delay', label: 'Delay at the hospital' },
  { code: 'communication', label: 'Communication' },
  { code: 'other', label: 'Something else' },
] as const
export type LearningTheme = (typeof LEARNING_THEMES)[number]['code']

/** Whether the people at the meeting thought that it could have been avoided. */
export const AVOIDABLE = [
  { code: 'yes', label: 'Yes' },
  { code: 'partly', label: 'Partly' },
  { code: 'no', label: 'No' },
  { code: 'not_known', label: 'Not known' },
] as const

/** The lists that analyses and suggestions stand in. */
export const LEARNING_VIEWS = [
  { code: 'suggested', label: 'Suggested' },
  { code: 'open', label: 'Open' },
  { code: 'closed', label: 'Closed' },
  { code: 'set_aside', label: 'Set aside' },
] as const
export type LearningView = (typeof LEARNING_VIEWS)[number]['code']
