import type { TemplateAudience, TemplateTopic } from './template.ts'

/** Topics as the library shows them. */
export const TOPIC_LABELS: Readonly<Record<TemplateTopic, string>> = {
  role: 'Your role',
  picture: 'Build the picture',
  work: 'Run the work',
  letters: 'Letters and gaps',
  people: 'For people and families',
  grow: 'Report and grow',
  governance: 'Keep data safe',
}

/** Who a document is for, in words. */
export const AUDIENCE_LABELS: Readonly<Record<TemplateAudience, string>> = {
  inside: 'Stays in the practice',
  outside: 'Leaves the practice',
  person: 'About one person',
  self: 'Seen by you only',
}

/** How a field may be used, by whom it tells of. */
export const FIELD_CLASSES = [
  { code: 'public', label: 'Public' },
  { code: 'staff', label: 'Names staff' },
  { code: 'aggregate', label: 'Counts of people' },
  { code: 'identifiable', label: 'Names a person' },
] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]['code']
