/**
 * A document of the toolkit before anybody has written in it: our own text in
 * Markdown, with named fields that fill themselves from the practice.
 */

/** What a document of the toolkit is about, in the order the library shows. */
export const TEMPLATE_TOPICS = ['role', 'picture', 'work', 'letters', 'people', 'grow', 'governance'] as const

/** What a document is about. */
export type TemplateTopic = (typeof TEMPLATE_TOPICS)[number]

/**
 * Who a document is for. `inside` stays in the practice; `outside` leaves it, so
 * fields that name a person are refused and small counts are hidden; `person`
 * is a letter to or about one person; `self` is seen by its writer only.
 */
export const TEMPLATE_AUDIENCES = ['inside', 'outside', 'person', 'self'] as const

/** Who a document is for. */
export type TemplateAudience = (typeof TEMPLATE_AUDIENCES)[number]

/** One template of the library. */
export type Template = {
  /** Unique in the library, lower case with hyphens. */
  readonly code: string
  readonly title: string
  readonly topic: TemplateTopic
  readonly audience: TemplateAudience
  /** What it is for, in one or two sentences. */
  readonly purpose: string
  /** Who uses it. */
  readonly usedBy: string
  /** How long it takes to fill in, in minutes. */
  readonly minutes: number
  /** Titles and dates of the public sources it stands on. */
  readonly sources: readonly string[]
  /** How many months after it was issued it should be looked at again; null: never. */
  readonly reviewMonths: number | null
  /** True when a document made from it is about one person of the register. */
  readonly aboutPerson: boolean
  /** The text, with fields in double braces. A block quote is guidance and never issued. */
  readonly markdown: string
}
